import type { JSONWebKeySet } from 'jose'
import type { NoteAttempt } from '../logs/dependency-log.ts'
import type { ProblemError } from '../problem-error.ts'
import { createKeyCandidates, type KeyCandidates } from './key-candidates.ts'
import { signInUnavailable } from './provider-failure.ts'

export interface KeySetOptions {
  /** Reads the keys from the provider. */
  readonly read: () => Promise<JSONWebKeySet>
  readonly now: () => Date
  readonly note?: NoteAttempt | undefined
}

/** The provider’s keys. They are read at a bounded rate. */
export interface KeySet {
  /** The keys that may have signed a token; rejects with `sign-in-unavailable` while it is unknown whether there are any. */
  readonly candidates: KeyCandidates
  /** Reads the keys again, unless they were read a short time ago. Resolves to true if the provider answered. */
  readonly renew: () => Promise<boolean>
  /** Reads the keys unless they were read lately; rejects with `sign-in-unavailable`. */
  readonly prepare: () => Promise<void>
  /** True if a token could be checked now. */
  readonly isUsable: () => boolean
}

/** Together with the 30 s for which a verified token is kept: a withdrawn key stops working within a minute. */
const keysFreshForMs = 30_000

/** If the provider is away for a while, agents can still work. The bound is for a stolen key, which must stop working. */
const keysUsableForMs = 10 * 60_000

/** Without requests, `prepare` keeps the keys young enough to be used. */
const keysPreparedForMs = keysUsableForMs / 2

/** If a token names an unknown key, the keys are read again, at most six times a minute: the key may be new. */
const askedAgainAfterMs = 10_000

const retryAfterSeconds = 5

export function createKeySet({ read, now, note }: KeySetOptions): KeySet {
  const nowMs = () => now().getTime()
  let known: { readonly candidates: KeyCandidates; readonly askedAtMs: number } | undefined
  let trouble: ProblemError | undefined
  let askedAtMs = -Infinity
  let asking: Promise<void> | undefined

  async function ask(): Promise<void> {
    askedAtMs = nowMs()
    try {
      known = { candidates: createKeyCandidates(await read()), askedAtMs }
      trouble = undefined
    } catch (error) {
      trouble = signInUnavailable(error, retryAfterSeconds)
      // Counted from the end, so that a provider that times out gets the same pause.
      askedAtMs = nowMs()
    } finally {
      asking = undefined
      note?.(trouble)
    }
  }

  function askOnce(): Promise<void> {
    asking ??= ask()
    return asking
  }

  async function askIfAllowed(): Promise<void> {
    const pauseMs = trouble ? retryAfterSeconds * 1_000 : askedAgainAfterMs
    if (asking || nowMs() - askedAtMs >= pauseMs) await askOnce()
  }

  const ageMs = () => nowMs() - (known?.askedAtMs ?? -Infinity)

  function usable(): KeyCandidates {
    if (known && ageMs() < keysUsableForMs) return known.candidates
    throw trouble ?? signInUnavailable(undefined, retryAfterSeconds)
  }

  return {
    async candidates(header) {
      if (ageMs() >= keysFreshForMs) {
        const asked = askIfAllowed()
        // While the provider fails and its last keys are still usable, agents do not wait for it.
        if (!trouble || ageMs() >= keysUsableForMs) await asked
      }
      const found = await usable()(header)
      if (found.length > 0) return found
      await askIfAllowed()
      // The key may be newer than the known ones.
      if (trouble) throw trouble
      return usable()(header)
    },
    async renew() {
      const before = known
      await askIfAllowed()
      return known !== before
    },
    async prepare() {
      if (ageMs() < keysPreparedForMs) return
      await (known ? askIfAllowed() : askOnce())
      if (trouble) throw trouble
    },
    isUsable: () => ageMs() < keysUsableForMs,
  }
}
