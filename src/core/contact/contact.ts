/** The channels of Amazon Connect, named as the CCP names them. */
export const channels = ['voice', 'queue_callback', 'chat', 'task', 'email'] as const

export type Channel = (typeof channels)[number]

/** States of a contact, named as the CCP names them; `ended` is after-contact work. */
export const contactStates = [
  'incoming',
  'pending',
  'connecting',
  'connected',
  'paused',
  'ended',
  'missed',
  'rejected',
  'error',
] as const

export type ContactState = (typeof contactStates)[number]

/** Characters in a contact id (Connect API, `PreviousContactId`, `RelatedContactId`). */
export const contactIdLimit = 256

/** The form of every contact id that Amazon Connect makes. Any other text could name another path of its API. */
export const contactIdPattern = /^[A-Za-z0-9_-]+$/

export const isContactId = (text: string): boolean =>
  text.length <= contactIdLimit && contactIdPattern.test(text)

/** A contact as every contact source describes it: plain values only, so that two of them can be compared. */
export interface Contact {
  readonly contactId: string
  readonly channel: Channel
  readonly state: ContactState
  /** When the contact entered that state, in milliseconds since the epoch. */
  readonly stateSince: number
  /** The customer's name, a task's name or a queue; absent when the source has none. */
  readonly displayName?: string
}
