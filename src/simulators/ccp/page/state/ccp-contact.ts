import type { InstanceReference } from '../../../instance/instance.ts'
import type { Channel, ContactState } from '../../../../core/contact/contact.ts'

/** A contact of the simulated CCP. The messages to the host and to Connect are built from it. */
export interface CcpContact {
  readonly contactId: string
  readonly initialContactId: string | null
  readonly channel: Channel
  readonly state: ContactState
  readonly stateSince: Date
  readonly queuedAt: Date
  readonly accepted: boolean
  /** The phone number of a call or callback, the customer's name of a chat, the name of a task or email. */
  readonly displayName: string
  /** The number of a chat by text message, in E.164. A call has its number as its name. */
  readonly customerNumber: string | null
  readonly attributes: Readonly<Record<string, string>>
  readonly references: Readonly<Record<string, InstanceReference>>
}

/** A contact that is about to arrive. Missing members get generated values. */
export interface NewContact {
  readonly channel: Channel
  readonly displayName?: string
  readonly customerNumber?: string | null
  readonly state?: ContactState
  readonly attributes?: Readonly<Record<string, string>>
  readonly references?: Readonly<Record<string, InstanceReference>>
  readonly contactId?: string
  /** The first contact of its chain. Default: null, as in a CCP that reports none. */
  readonly initialContactId?: string | null
}

const usualNames = {
  voice: ['+12065550142', '+12065550187', '+442079460123'],
  queue_callback: ['+12065550164', '+34910555012'],
  chat: ['Jonas Weber', 'Maya Lopez', 'Amara Diallo', 'Yuki Tanaka'],
  task: ['Check the new address', 'Approve a refund'],
  email: ['Where is my parcel?', 'Wrong size delivered'],
} satisfies Record<Channel, readonly string[]>

/** A display name for the next contact on a channel that already has `count` contacts. */
export function usualName(channel: Channel, count: number): string {
  const names = usualNames[channel]
  return names[count % names.length] ?? channel
}

export const isRinging = ({ state }: CcpContact) =>
  state === 'incoming' || state === 'pending' || state === 'connecting'

export const isWithAgent = ({ state }: CcpContact) => state === 'connected' || state === 'paused'

/** The customer's number, if the contact came from a phone. A caller may hide it. */
export function numberOf({ channel, displayName, customerNumber }: CcpContact): string | undefined {
  const isCall = channel === 'voice' || channel === 'queue_callback'
  const number = isCall ? displayName : customerNumber
  return number?.startsWith('+') === true ? number : undefined
}
