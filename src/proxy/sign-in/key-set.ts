import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose'
import { ProblemError } from '../problem-error.ts'

export interface KeySetOptions {
  /** Reads the keys from the provider. */
  readonly read: () => Promise<JSONWebKeySet>
  readonly now: () => Date
}

/** The provider’s keys. They are read at a bounded rate. */
export interface KeySet {
  /** Rejects with `sign-in-unavailable` while it is unknown whether there is such a key. */
  readonly find: JWTVerifyGetKey
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

/** A token may name a key that is newer than the known ones, so they are read again, but at most six times a minute. */
const askedAgainAfterMs = 10_000

const retryAfterSeconds = 5

export const signInUnavailable = (cause: unknown) =>
  new ProblemError(
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
  let trouble: ProblemError | undefined
  let askedAtMs = -Infinity
  let asking: Promise<void> | undefined

  async function ask(): Promise<void> {
    askedAtMs = nowMs()
    try {
      known = { find: createLocalJWKSet(await read()), askedAtMs }
      trouble = undefined
    } catch (error) {
      trouble = signInUnavailable(error)
      // Counted from the end, so that a provider that times out gets the same pause.
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
        // While the provider fails and its last keys are still usable, agents do not wait for it.
        if (!trouble || ageMs() >= keysUsableForMs) await asked
      }
      try {
        return await usable()(header, token)
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error
        await askIfAllowed()
        // The key may be newer than the known ones.
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
