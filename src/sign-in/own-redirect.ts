/** What a tab keeps of a sign-in for which it goes to the provider and comes back, by the provider's `state`. */
export const redirectStatePrefix = 'tasklink.sign-in.'

/**
 * Whether this tab itself went to the provider and is back. Otherwise the answer is for another window. That this one has
 * an opener would say nothing: a CRM may open the panel in a window, and a provider may cut a popup off from its opener.
 */
export function isOwnRedirect(search: string, storage: Pick<Storage, 'getItem'>): boolean {
  const state = new URLSearchParams(search).get('state')
  return state !== null && storage.getItem(`${redirectStatePrefix}${state}`) !== null
}
