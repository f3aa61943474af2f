import { createContext, use } from 'react'
import type { LateParts } from './late-parts.ts'
import type { Late } from './use-late-parts.ts'

/** What comes after the form, for those who were there before it. */
export const LateContext = createContext<Late>({ status: 'loading' })

export const useLate = (): Late => use(LateContext)

/** The late parts, once they are there. */
export function useLoadedParts(): LateParts | undefined {
  const late = useLate()
  return late.status === 'loaded' ? late.parts : undefined
}
