import type { Contact } from '../core/contact.ts'
import type { LinkType } from '../core/fields/link-types.ts'

/** The words of the card of a created task. */
export interface CreatedMessages {
  readonly scheduled: string
  readonly forWhom: string
  /** The destination is no longer in the list. */
  readonly notListed: string
  readonly now: string
  readonly contactId: string
  readonly copy: string
  /** Opens the page of the contact on the website of the instance. */
  readonly openInConnect: string
  readonly unlinked: string
  /** The sent parts that no other line shows. */
  readonly with: string
  readonly contents: (hasDescription: boolean, references: number, attributes: number) => string
  readonly another: string
  /** A new draft with the same content. */
  readonly alike: string
  readonly linked: (contact: Contact, type: LinkType) => string
}
