import type { MessageFieldOf } from '../message-field.ts'
import type { MessageOptions } from '../message-options.ts'

/** A chat can only be related: Connect has no chain for outbound chats. */
export interface RelatedLink {
  readonly type: 'related'
  readonly contactId: string
}

export interface RelatedLinkParts {
  readonly draft: { readonly link: 'related' | 'none' }
  readonly request: { readonly link?: RelatedLink }
  readonly rules: Pick<MessageOptions, 'recipients'>
  readonly parameters: { readonly RelatedContactId?: string }
}

/** The link is required, because without the contact the proxy could not read the allowed number. */
const isFixed = ({ recipients }: RelatedLinkParts['rules']) => recipients === 'linked-contact'

export const relatedLinkField: MessageFieldOf<RelatedLinkParts> = {
  access: (rules) => (isFixed(rules) ? 'locked' : 'editable'),
  preset: () => ({ link: 'related' }),
  draftUnder: ({ link }, rules) => ({ link: isFixed(rules) ? 'related' : link }),
  read: ({ link }, _, { contactId }) => ({
    request: link === 'none' || contactId === undefined ? {} : { link: { type: 'related', contactId } },
  }),
  fill: ({ link }) => (link ? { link } : {}),
  issues: ({ link }, rules) => (isFixed(rules) && !link ? [{ field: 'link', code: 'field-required' }] : []),
  parameters: ({ link }) => (link ? { RelatedContactId: link.contactId } : {}),
}
