import type { ContactSession, ContactSource } from '../contact-source.ts'
import { createListeners } from '../listeners.ts'
import { sameSession } from '../same-session.ts'
import type { Streams, StreamsBus } from './api.ts'
import { createStreamsSession } from './session.ts'

export interface StreamsGuestOptions {
  /** The desktop's own global `connect`, of whatever version of Streams. It is listened to and never changed. */
  readonly connect: object
  /** How long Streams may take to know its agent before the session is `not-answering`; 15 seconds when absent. */
  readonly initTimeoutMs?: number
}

const defaultInitTimeoutMs = 15_000

// Before `initCCP` there is no event bus that could tell of it, and after `terminate` there is another one.
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
 * The contacts of a desktop that runs Streams itself. The desktop may call `initCCP` before or after, and again; this
 * source only listens, and leaves no subscription behind when it is closed.
 */
export function createStreamsGuest(options: StreamsGuestOptions): ContactSource {
  const { connect, initTimeoutMs = defaultInitTimeoutMs } = options
  if (!isStreams(connect)) {
    throw new TypeError(
      'createStreamsGuest(): `connect` must be the global that amazon-connect-streams defines.',
    )
  }
  const streams = connect
  const listeners = createListeners()
  let snapshot: ContactSession = { status: 'connecting' }
  let followed: Followed | undefined
  let hasAnswered = false
  const isInitialized = () => streams.core.initialized === true

  function become(next: ContactSession) {
    if (sameSession(snapshot, next)) return
    snapshot = next
    listeners.tell()
  }

  function follow(): () => void {
    const session = createStreamsSession()
    const stopTelling = session.subscribe(() => {
      hasAnswered ||= isInitialized()
      become(session.getSnapshot())
    })
    const stopListening = streams.core.getEventBus() ? session.follow(streams) : () => {}
    const timer = setTimeout(() => snapshot.status === 'connecting' && session.giveUp(), initTimeoutMs)
    return () => {
      clearTimeout(timer)
      stopTelling()
      stopListening()
    }
  }

  function look() {
    const bus = streams.core.getEventBus() ?? undefined
    const isTornDown = hasAnswered && !isInitialized()
    hasAnswered = isInitialized()
    if (followed && followed.bus === bus && !isTornDown) return
    followed?.stop()
    // Contacts of a Streams that is gone may be gone too; why it went, when it said so, is still worth knowing.
    if (snapshot.status === 'ready') become({ status: 'connecting' })
    followed = { bus, stop: follow() }
  }

  // Contacts that are there already are told at once.
  look()
  const looking = setInterval(look, lookEveryMs)

  return {
    teller: 'ccp',
    subscribe: listeners.add,
    getSnapshot: () => snapshot,
    close() {
      clearInterval(looking)
      followed?.stop()
      listeners.clear()
    },
  }
}
