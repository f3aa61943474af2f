import { LRUCache } from 'lru-cache'
import type { Me } from '../../contract/reads/me.ts'

/** The facts that a verified token proves. */
export interface VerifiedToken {
  /** The agent claim: the name, id or ARN of a Connect user. */
  readonly agent: string
  /** The groups in the groups claim. */
  readonly groups: readonly string[]
  /** The agent’s account at the identity provider. */
  readonly account: Me['account']
  readonly expiresAtMs: number
}

export interface VerifiedTokensOptions {
  /** Rejects with the reason why the token is not accepted. */
  readonly verify: (token: string) => Promise<VerifiedToken>
  readonly now: () => Date
}

/** Short, so that a key that the provider withdraws soon stops working here. The keys may be another 30 s old. */
const rememberedForMs = 30_000

/** A token has at most 16 KB, so these take at most 16 MB. */
export const rememberedTokens = 1_000

/**
 * Checks a signature once for the requests that an agent sends within half a minute, because it is the most expensive part
 * of a request. Only verified tokens are kept; refusals are not.
 */
export function createVerifiedTokens({
  verify,
  now,
}: VerifiedTokensOptions): VerifiedTokensOptions['verify'] {
  const nowMs = () => now().getTime()
  const remembered = new LRUCache<string, { readonly token: VerifiedToken; readonly untilMs: number }>({
    max: rememberedTokens,
  })
  const underWay = new Map<string, Promise<VerifiedToken>>()

  async function verifyAndRemember(text: string): Promise<VerifiedToken> {
    const startedAtMs = nowMs()
    try {
      const token = await verify(text)
      remembered.set(text, { token, untilMs: Math.min(startedAtMs + rememberedForMs, token.expiresAtMs) })
      return token
    } finally {
      underWay.delete(text)
    }
  }

  return async (text) => {
    const known = remembered.get(text)
    if (known && nowMs() < known.untilMs) return known.token
    const verifying = underWay.get(text) ?? verifyAndRemember(text)
    underWay.set(text, verifying)
    return verifying
  }
}
