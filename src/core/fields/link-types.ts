import type { Channel } from '../contact/contact.ts'

// No run-time imports: the first load of the panel has this file.

/**
 * How a task is linked to a contact. Both types copy the contact's attributes at creation. *Related* stays separate
 * afterwards. *Previous* joins a chain: a changed attribute changes for every contact of it (Connect API, PreviousContactId).
 */
export const linkTypes = ['related', 'previous'] as const

export type LinkType = (typeof linkTypes)[number]

export interface Link {
  readonly type: LinkType
  readonly contactId: string
}

/** Tasks that may share one previous contact (Connect API, errors of StartTaskContact: "already 12 tasks"). */
export const previousLinkLimit = 12

/** True if another task may still have this contact as its previous contact. */
export const canContinue = (tasksContinuing: number): boolean => tasksContinuing < previousLinkLimit

/**
 * The links that a contact on this channel allows. All if the channel is unknown. Connect API: PreviousContactId is for a
 * "previous chat, voice, or task contact"; email is not named.
 */
export const linkTypesFor = (channel: Channel | undefined): readonly LinkType[] =>
  channel === 'email' ? ['related'] : linkTypes
