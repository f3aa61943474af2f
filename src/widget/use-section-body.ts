import { useEffect, useState, type ComponentType } from 'react'
import type { Contact } from '../core/contact.ts'
import type { TimeZone } from '../core/time-zone.ts'
import type { Inheritance } from './use-inheritance.ts'

export type SectionName = 'schedule' | 'link' | 'references' | 'attributes'

export interface SectionBodyProps {
  readonly name: SectionName
  readonly isOpen: boolean
  readonly contact: Contact | undefined
  readonly inheritance: Inheritance
  readonly horizonDays: number
}

export type LateSectionBody =
  | { readonly status: 'loading' }
  | {
      readonly status: 'loaded'
      readonly SectionBody: ComponentType<SectionBodyProps>
      readonly timeZoneNamed: (name: string) => TimeZone
    }
  | { readonly status: 'failed'; readonly retry: () => void }

/** Fetches the sections' bodies as soon as the closed form stands, so that they are there when one is opened. */
export function useSectionBody(): LateSectionBody {
  const [tries, setTries] = useState(1)
  const [body, setBody] = useState<LateSectionBody>({ status: 'loading' })
  useEffect(() => {
    let isWanted = true
    const become = (next: LateSectionBody) => {
      if (isWanted) setBody(next)
    }
    import('./section-body.tsx').then(
      ({ SectionBody, timeZoneNamed }) => become({ status: 'loaded', SectionBody, timeZoneNamed }),
      () => become({ status: 'failed', retry: () => setTries(tries + 1) }),
    )
    return () => {
      isWanted = false
    }
  }, [tries])
  return body
}
