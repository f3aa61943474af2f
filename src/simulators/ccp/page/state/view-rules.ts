import type { CcpState } from './ccp-state.ts'

/** A reason to change the contact in view. */
type ViewCause =
  | { readonly type: 'added' | 'clicked' | 'accepted'; readonly contactId: string }
  | { readonly type: 'removed'; readonly contactId: string; readonly byButton: boolean }

/**
 * The contact ids of the `contact::view` events for a cause, in order. The last one is in view afterwards; '' means no
 * contact.
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
      // Streams' documentation: the view event fires twice when the agent closes the contact with the button.
      return cause.byButton ? [next, next] : [next]
    }
  }
}

/** The real CCP shows no contact for a moment when it changes from one channel's tab to another's. */
function otherChannel({ contacts, viewedContactId }: CcpState, clickedId: string): boolean {
  const viewed = contacts.find(({ contactId }) => contactId === viewedContactId)
  const clicked = contacts.find(({ contactId }) => contactId === clickedId)
  return viewed !== undefined && viewed.channel !== clicked?.channel
}

function neighbour({ contacts }: CcpState, contactId: string): string {
  const index = contacts.findIndex((contact) => contact.contactId === contactId)
  return (contacts[index + 1] ?? contacts[index - 1])?.contactId ?? ''
}
