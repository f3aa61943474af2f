import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose'
import { Failure } from '../failure.ts'

export interface KeySetOptions {
  /** Asks the provider for its keys. */
  readonly read: () => Promise<JSONWebKeySet>
  readonly now: () => Date
}

/** The provider's keys, asked for no more often than is good for the provider. */
export interface KeySet {
  /** Rejects with `sign-in-unavailable` while nobody can say whether there is such a key. */
  readonly find: JWTVerifyGetKey
  /** Asks the provider unless it has been asked lately; rejects with `sign-in-unavailable`. */
  readonly prepare: () => Promise<void>
  /** Whether a token could be checked now. */
  readonly isUsable: () => boolean
}

/** With the time for which a verified token is remembered, a minute: as soon as that a withdrawn key is of no use. */
const keysFreshForMs = 30_000

/** A provider that cannot be asked for a while stops nobody; for how long a stolen key lives on must be bounded too. */
const keysUsableForMs = 10 * 60_000

/** Where nobody sends a token, the keys must not grow too old to be used. */
const keysPreparedForMs = keysUsableForMs / 2

/** A token may name a key that is newer than the last asking. However many name keys that nobody has, it is six askings a minute. */
const askedAgainAfterMs = 10_000

const retryAfterSeconds = 5

export const signInUnavailable = (cause: unknown) =>
  new Failure(
    {
      code: 'sign-in-unavailable',
      detail:
        'The identity provider could not be asked, so no token can be checked; nothing was created. Check that the proxy reaches OIDC_ISSUER.',
      retryAfterSeconds,
    },
    { cause },
  )

export function createKeySet({ read, now }: KeySetOptions): KeySet {
  const nowMs = () => now().getTime()
  let known: { readonly find: JWTVerifyGetKey; readonly askedAtMs: number } | undefined
  let trouble: Failure | undefined
  let askedAtMs = -Infinity
  let asking: Promise<void> | undefined

  async function ask(): Promise<void> {
    askedAtMs = nowMs()
    try {
      known = { find: createLocalJWKSet(await read()), askedAtMs }
      trouble = undefined
    } catch (error) {
      trouble = signInUnavailable(error)
      // Who takes all the time there is, and then does not answer, is left alone no less.
      askedAtMs = nowMs()
    } finally {
      asking = undefined
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

  function usable(): JWTVerifyGetKey {
    if (known && ageMs() < keysUsableForMs) return known.find
    throw trouble ?? signInUnavailable(undefined)
  }

  return {
    async find(header, token) {
      if (ageMs() >= keysFreshForMs) {
        const asked = askIfAllowed()
        // With a provider in trouble, whose keys are still used, nobody waits for an answer that may not come.
        if (!trouble || ageMs() >= keysUsableForMs) await asked
      }
      try {
        return await usable()(header, token)
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error
        await askIfAllowed()
        // The key may be one that the provider has had since.
        if (trouble) throw trouble
        return usable()(header, token)
      }
    },
    async prepare() {
      if (ageMs() < keysPreparedForMs) return
      await (known ? askIfAllowed() : askOnce())
      if (trouble) throw trouble
    },
    isUsable: () => ageMs() < keysUsableForMs,
  }
}
