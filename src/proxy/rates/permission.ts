/** Permission to begin one call, given by the proxies that share Connect’s rates with this one. */
export interface Permission {
  /** Uses the permission that has come, and returns true. Without one it asks for the next, and returns false. */
  readonly use: () => boolean
  /** True while one has been asked for. `whenItComes` is called when it is there. */
  readonly isOnTheWay: () => boolean
}

export interface PermissionOptions {
  /** Resolves to the milliseconds until the permission is valid; it never rejects. */
  readonly ask: () => Promise<number>
  readonly wakeIn: (milliseconds: number, wake: () => void) => unknown
  /** A permission is valid only while this runs. One that is not used then is lost: later it would exceed the rate. */
  readonly whenItComes: () => void
}

/** For a proxy that shares its rates with no other. */
export const noPermissionNeeded: Permission = { use: () => true, isOnTheWay: () => false }

/** Asks for one permission at a time, so that proxies take turns however long their lines are. */
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
