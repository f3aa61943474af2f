import { createSnapshotStore } from '../../core/listeners/snapshot-store.ts'
import type { ContactSession, ContactSource } from '../contact-source.ts'
import { sameSession } from '../same-session.ts'
import type { Streams, StreamsBus } from './api.ts'
import { createStreamsSession } from './session.ts'

export interface StreamsGuestOptions {
  /** The desktop's own global `connect`, of any version of Streams. This source listens to it and never changes it. */
  readonly connect: object
  /** How long Streams may take to announce its agent before the session is `not-answering`; 15 seconds when absent. */
  readonly initTimeoutMs?: number
}

const defaultInitTimeoutMs = 15_000

// Polled, because there is no event bus before `initCCP`, and another one after `terminate`.
const lookEveryMs = 250

const isFunction = (value: unknown) => typeof value === 'function'

function isStreams(value: object): value is Streams {
  const core: unknown = 'core' in value ? value.core : undefined
  const isCore = typeof core === 'object' && core !== null && 'getEventBus' in core
  return isCore && isFunction(core.getEventBus) && 'agent' in value && isFunction(value.agent)
}

interface Followed {
  readonly bus?: StreamsBus | undefined
  readonly stop: () => void
}

/**
 * The contacts of a desktop that runs Streams itself. The desktop may call `initCCP` before or after this, and again.
 * This source only listens, and removes its subscriptions when it is closed.
 */
export function createStreamsGuest(options: StreamsGuestOptions): ContactSource {
  const { connect, initTimeoutMs = defaultInitTimeoutMs } = options
  if (!isStreams(connect)) {
    throw new TypeError(
      'createStreamsGuest(): `connect` must be the global that amazon-connect-streams defines.',
    )
  }
  const streams = connect
  const store = createSnapshotStore<ContactSession>({ status: 'connecting' }, sameSession)
  let followed: Followed | undefined
  let hasAnswered = false
  const isInitialized = () => streams.core.initialized === true

  function follow(): () => void {
    const session = createStreamsSession()
    const stopCopying = session.subscribe(() => {
      hasAnswered ||= isInitialized()
      store.set(session.getSnapshot())
    })
    const stopListening = streams.core.getEventBus() ? session.follow(streams) : () => {}
    const giveUp = () => store.getSnapshot().status === 'connecting' && session.giveUp()
    const timer = setTimeout(giveUp, initTimeoutMs)
    return () => {
      clearTimeout(timer)
      stopCopying()
      stopListening()
    }
  }

  function look() {
    const bus = streams.core.getEventBus() ?? undefined
    const isTornDown = hasAnswered && !isInitialized()
    hasAnswered = isInitialized()
    if (followed && followed.bus === bus && !isTornDown) return
    followed?.stop()
    // The contacts of the old bus may be gone. Keep any other status, such as `signed-out`: it says why the old bus ended.
    if (store.getSnapshot().status === 'ready') store.set({ status: 'connecting' })
    followed = { bus, stop: follow() }
  }

  // Look at once, because there may already be contacts.
  look()
  const looking = setInterval(look, lookEveryMs)

  return {
    teller: 'ccp',
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
    close() {
      clearInterval(looking)
      followed?.stop()
    },
  }
}
