import { useState } from 'react'

/** The notices that the agent has dismissed, identified by their subject. */
export interface Dismissals {
  readonly has: (subject: unknown) => boolean
  readonly add: (subject: unknown) => void
}

export function useDismissals(): Dismissals {
  const [subjects, setSubjects] = useState<readonly unknown[]>([])
  return {
    has: (subject) => subjects.includes(subject),
    add: (subject) => setSubjects([...subjects, subject]),
  }
}
