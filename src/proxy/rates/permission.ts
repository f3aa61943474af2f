/** Leave to begin one call, from those who share Connect's rates with this process. */
export interface Permission {
  /** Uses the permission that has come; without one it asks for the next, and is false. */
  readonly use: () => boolean
  /** Whether it has been asked for; it comes by itself. */
  readonly isOnTheWay: () => boolean
}

export interface PermissionOptions {
  /** How many milliseconds from now the permission holds; it never rejects. */
  readonly ask: () => Promise<number>
  readonly wakeIn: (milliseconds: number, wake: () => void) => unknown
  /** A permission holds while this runs, and is lost when nobody uses it: later it would be one too many. */
  readonly whenItComes: () => void
}

/** For whoever shares the rates with nobody. */
export const freely: Permission = { use: () => true, isOnTheWay: () => false }

/** One permission at a time, so that processes that share the rates take turns, however long their lines are. */
export function createPermission({ ask, wakeIn, whenItComes }: PermissionOptions): Permission {
  let state: 'none' | 'asked-for' | 'here' = 'none'

  function come() {
    state = 'here'
    whenItComes()
    if (state === 'here') state = 'none'
  }

  async function askForNext() {
    state = 'asked-for'
    const waitMs = await ask()
    if (waitMs > 0) wakeIn(waitMs, come)
    else come()
  }

  return {
    use() {
      if (state === 'none') void askForNext()
      if (state !== 'here') return false
      state = 'none'
      return true
    },
    isOnTheWay: () => state === 'asked-for',
  }
}
