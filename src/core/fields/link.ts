import type { Channel } from '../contact.ts'
import type { TaskIssue } from '../issues.ts'
import { previousLinkLimit } from '../limits.ts'

/**
 * How a task hangs on a contact. Both copy the contact's attributes at creation. *Related* stays separate afterwards;
 * *previous* is one chain: whoever changes an attribute changes it for every contact of the chain (Connect API, PreviousContactId).
 */
export const linkTypes = ['related', 'previous'] as const

export type LinkType = (typeof linkTypes)[number]

export interface Link {
  readonly type: LinkType
  readonly contactId: string
}

/**
 * The links a contact of this channel can carry; an unknown channel is given the benefit of the doubt.
 * Connect API: PreviousContactId is for a "previous chat, voice, or task contact"; email is not named.
 */
export const linkTypesFor = (channel: Channel | undefined): readonly LinkType[] =>
  channel === 'email' ? ['related'] : linkTypes

/** Whether another task may still continue the contact that so many tasks continue already. */
export const canContinue = (tasksContinuing: number): boolean => tasksContinuing < previousLinkLimit

export function linkIssues(link: Link | undefined, channel: Channel | undefined): TaskIssue[] {
  if (!link || linkTypesFor(channel).includes(link.type)) return []
  return [{ field: 'link', code: 'link-previous-not-for-email' }]
}
