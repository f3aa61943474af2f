import type { CcpState } from './ccp-state.ts'

/** What may bring another contact in front of the agent. */
type ViewCause =
  | { readonly type: 'added' | 'clicked' | 'accepted'; readonly contactId: string }
  | { readonly type: 'removed'; readonly contactId: string; readonly byButton: boolean }

/**
 * The contact ids that `contact::view` announces for a cause, in order, given the state before it.
 * The last of them is then in view; '' means no contact.
 */
export function viewsAfter(before: CcpState, cause: ViewCause): readonly string[] {
  switch (cause.type) {
    case 'added':
      return before.viewedContactId === '' ? [cause.contactId] : []
    case 'clicked':
      return otherChannel(before, cause.contactId) ? ['', cause.contactId] : [cause.contactId]
    case 'accepted':
      return [cause.contactId]
    case 'removed': {
      if (before.viewedContactId !== cause.contactId) return []
      const next = neighbour(before, cause.contactId)
      if (next === '') return ['']
      // Streams' documentation: the view event fires twice when the agent closed the contact with the button.
      return cause.byButton ? [next, next] : [next]
    }
  }
}

/** The real CCP closes one channel's tab, briefly showing nothing, before it opens another's. */
function otherChannel({ contacts, viewedContactId }: CcpState, clickedId: string): boolean {
  const viewed = contacts.find(({ contactId }) => contactId === viewedContactId)
  const clicked = contacts.find(({ contactId }) => contactId === clickedId)
  return viewed !== undefined && viewed.channel !== clicked?.channel
}

function neighbour({ contacts }: CcpState, contactId: string): string {
  const index = contacts.findIndex((contact) => contact.contactId === contactId)
  return (contacts[index + 1] ?? contacts[index - 1])?.contactId ?? ''
}
