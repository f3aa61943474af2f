import { useEffect, useState } from 'react'
import type { LateParts } from './late-parts.ts'

export type Late =
  | { readonly status: 'loading' }
  | { readonly status: 'loaded'; readonly parts: LateParts }
  | { readonly status: 'failed'; readonly retry: () => void }

/** Fetches the late parts as soon as the form stands, so that they are there when they are wanted. */
export function useLateParts(): Late {
  const [tries, setTries] = useState(1)
  const [late, setLate] = useState<Late>({ status: 'loading' })
  useEffect(() => {
    let isWanted = true
    const become = (next: Late) => {
      if (isWanted) setLate(next)
    }
    import('./late-parts.ts').then(
      ({ lateParts: parts }) => become({ status: 'loaded', parts }),
      () => become({ status: 'failed', retry: () => setTries(tries + 1) }),
    )
    return () => {
      isWanted = false
    }
  }, [tries])
  return late
}
