/** The result of the search for a task that may exist. */
export type Look =
  | { readonly found: 'looking' | 'unreadable' | 'not-findable' }
  | { readonly found: 'tasks'; readonly count: number; readonly isComplete: boolean }

export type Answer = 'this-one' | 'created' | 'not-created' | 'look-again' | 'later'

export interface Answers {
  /** The most likely answer, shown as the primary button. */
  readonly primary?: Answer
  readonly others: readonly Answer[]
}

/** The answers to offer. If the panel cannot say which is likely, there is no primary one. */
export function answersAfter(look: Look): Answers {
  switch (look.found) {
    case 'looking':
      // The search may take long, and the agent has a customer on the line.
      return { others: ['later'] }
    case 'unreadable':
      return { primary: 'look-again', others: ['not-created', 'created'] }
    case 'not-findable':
      return { others: ['not-created', 'created', 'later'] }
    case 'tasks': {
      const missing: readonly Answer[] = look.isComplete ? [] : ['created']
      if (look.count === 0) return { primary: 'not-created', others: ['created', 'look-again'] }
      const others: readonly Answer[] = ['not-created', ...missing, 'look-again']
      return look.count === 1 ? { primary: 'this-one', others } : { others }
    }
  }
}
