import type { Channel, ContactState } from '../../../../core/contact/contact.ts'

/**
 * The possible next states of each state, from the documentation and the event logic of Streams 2.28.2. A contact can
 * leave the snapshot from any state; from a state without next states, that is its only change.
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

/** Whether contacts on the channel can be in the state: only tasks can be paused. */
export const canBe = (channel: Channel, state: ContactState) => state !== 'paused' || channel === 'task'

/**
 * The states that a contact may change to.
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

/** Connect offers a queue callback as `incoming`, and other contacts as `connecting`. */
export const arrivingState = (channel: Channel): ContactState =>
  channel === 'queue_callback' ? 'incoming' : 'connecting'
