/** The result of the search for a task that may exist. */
export type Look =
  | { readonly found: 'looking' | 'unreadable' | 'not-findable' }
  | { readonly found: 'tasks'; readonly count: number; readonly isComplete: boolean }

export type Answer = 'this-one' | 'look-again' | 'created' | 'not-created' | 'later'

export interface Answers {
  /** It stands out. */
  readonly likely?: Answer
  /** The answers below the tasks that were found: those that change nothing first. */
  readonly shown: readonly Answer[]
}

/** The answers that an agent needs, and no more, always in the same order. None stands out that only the agent can know. */
export function answersAfter(look: Look): Answers {
  switch (look.found) {
    case 'looking':
      // It may take long, and the agent has a customer.
      return { shown: ['later'] }
    case 'unreadable':
      return { likely: 'look-again', shown: ['look-again', 'created', 'not-created'] }
    case 'not-findable':
      return { shown: ['created', 'not-created', 'later'] }
    case 'tasks': {
      if (look.count === 0) return { shown: ['look-again', 'created', 'not-created'] }
      const missing: readonly Answer[] = look.isComplete ? [] : ['created']
      const shown: readonly Answer[] = ['look-again', ...missing, 'not-created']
      return look.count === 1 ? { likely: 'this-one', shown } : { shown }
    }
  }
}
