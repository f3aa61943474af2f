import type { Channel, ContactState } from '../../../core/contact.ts'

export interface CcpReference {
  readonly type: 'URL' | 'STRING' | 'NUMBER' | 'DATE' | 'EMAIL'
  readonly value: string
}

/** A contact as the pretend Connect instance holds it; what hosts and the service are told is built from this. */
export interface CcpContact {
  readonly contactId: string
  readonly initialContactId: string | null
  readonly channel: Channel
  readonly state: ContactState
  readonly stateSince: Date
  readonly queuedAt: Date
  readonly accepted: boolean
  /** What the agent knows it by: a phone number for calls and callbacks, the customer's name for chats, a name for tasks and emails. */
  readonly displayName: string
  readonly attributes: Readonly<Record<string, string>>
  readonly references: Readonly<Record<string, CcpReference>>
}

/** What one may say about a contact that is about to arrive; the rest is made up. */
export interface NewContact {
  readonly channel: Channel
  readonly displayName?: string
  readonly state?: ContactState
  readonly attributes?: Readonly<Record<string, string>>
  readonly references?: Readonly<Record<string, CcpReference>>
  readonly contactId?: string
  /** The first contact of its chain; null where the CCP tells none, as it does when this is absent. */
  readonly initialContactId?: string | null
}

const usualNames = {
  voice: ['+12065550142', '+12065550187', '+442079460123'],
  queue_callback: ['+12065550164', '+34910555012'],
  chat: ['Jonas Weber', 'Maya Lopez', 'Amara Diallo', 'Yuki Tanaka'],
  task: ['Check the new address', 'Approve a refund'],
  email: ['Where is my parcel?', 'Wrong size delivered'],
} satisfies Record<Channel, readonly string[]>

/** The next plausible name on a channel that already has `count` contacts. */
export function usualName(channel: Channel, count: number): string {
  const names = usualNames[channel]
  return names[count % names.length] ?? channel
}

export const isRinging = ({ state }: CcpContact) =>
  state === 'incoming' || state === 'pending' || state === 'connecting'

export const isWithAgent = ({ state }: CcpContact) => state === 'connected' || state === 'paused'
