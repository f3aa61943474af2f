/** The channels of Amazon Connect, named as the CCP names them. */
export const channels = ['voice', 'queue_callback', 'chat', 'task', 'email'] as const

export type Channel = (typeof channels)[number]

/** Where a contact stands, named as the CCP names it; `ended` is after-contact work. */
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

/** What every contact id Amazon Connect has made looks like; anything else could name another path of its API. */
export const contactIdPattern = /^[A-Za-z0-9_-]+$/

/** A contact as every contact source describes it: plain values only, so that two of them can be compared. */
export interface Contact {
  readonly contactId: string
  readonly channel: Channel
  readonly state: ContactState
  /** When it entered that state, in milliseconds since the epoch. */
  readonly stateSince: number
  /** What the agent knows it by: the customer's name, a task's name, a queue; absent when the source tells none. */
  readonly displayName?: string
}
