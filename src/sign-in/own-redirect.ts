/** Prefix of the storage keys for sign-ins by redirect; the rest of the key is the `state` sent to the provider. */
export const redirectStatePrefix = 'tasklink.sign-in.'

/** Prefix of the storage keys that outlive the answer: the provider may send the same tab back with the same `state`. */
const answeredPrefix = 'tasklink.answered.'

export type ReturnToTab =
  /** This tab itself went to the provider. */
  | 'own'
  /** This tab has already got its answer once. The agent then went back in the browser history and signed in again. */
  | 'own-again'
  /** The answer is for another window. */
  | 'foreign'

/**
 * Says whether this tab itself went to the provider and returned, and notes its answer. `window.opener` cannot decide this: a
 * CRM may open the panel in a window, and a provider may cut a popup off from its opener.
 */
export function returnToTab(search: string, storage: Pick<Storage, 'getItem' | 'setItem'>): ReturnToTab {
  const state = new URLSearchParams(search).get('state') ?? ''
  const answered = `${answeredPrefix}${state}`
  if (storage.getItem(`${redirectStatePrefix}${state}`) !== null) {
    storage.setItem(answered, '')
    return 'own'
  }
  return storage.getItem(answered) === null ? 'foreign' : 'own-again'
}
