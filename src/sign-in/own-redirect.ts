/** Prefix of the storage keys for sign-ins by redirect; the rest of the key is the `state` sent to the provider. */
export const redirectStatePrefix = 'tasklink.sign-in.'

/**
 * Whether this tab itself went to the provider and returned. If not, the answer is for another window. `window.opener`
 * cannot decide this: a CRM may open the panel in a window, and a provider may cut a popup off from its opener.
 */
export function isOwnRedirect(search: string, storage: Pick<Storage, 'getItem'>): boolean {
  const state = new URLSearchParams(search).get('state')
  return state !== null && storage.getItem(`${redirectStatePrefix}${state}`) !== null
}
