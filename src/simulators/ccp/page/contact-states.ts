import type { Channel, ContactState } from '../../../core/contact.ts'

/**
 * The states that may follow each, as Streams documents and tells its events apart (2.28.2). From the states without
 * a next one a contact only goes: it leaves the snapshot, as it may from any state.
 */
const nextStates = {
  incoming: ['pending', 'connecting', 'connected', 'missed', 'rejected', 'error', 'ended'],
  pending: ['incoming', 'connecting', 'connected', 'ended'],
  connecting: ['connected', 'missed', 'rejected', 'error', 'ended'],
  connected: ['paused', 'missed', 'error', 'ended'],
  paused: ['connected', 'ended'],
  ended: [],
  missed: [],
  rejected: [],
  error: [],
} as const satisfies Record<ContactState, readonly ContactState[]>

/** Whether a contact on the channel can ever be in the state: tasks alone are paused. */
export const canBe = (channel: Channel, state: ContactState) => state !== 'paused' || channel === 'task'

/**
 * What a contact may become next.
 *
 *     statesAfter({ channel: 'task', state: 'paused' })  // ['connected', 'ended']
 */
export function statesAfter({
  channel,
  state,
}: {
  readonly channel: Channel
  readonly state: ContactState
}): readonly ContactState[] {
  return nextStates[state].filter((next) => canBe(channel, next))
}

/** A queue callback is offered as `incoming`, everything else rings as `connecting`. */
export const arrivingState = (channel: Channel): ContactState =>
  channel === 'queue_callback' ? 'incoming' : 'connecting'
