import { LRUCache } from 'lru-cache'
import type { Me } from '../../contract/me.ts'

/** What a token was found to prove. */
export interface VerifiedToken {
  /** The agent claim: a Connect user name, id or ARN, as the provider vouches for it. */
  readonly agent: string
  /** Those in the groups claim. */
  readonly groups: readonly string[]
  /** Who the provider says they are. */
  readonly account: Me['account']
  readonly expiresAtMs: number
}

export interface VerifiedTokensOptions {
  /** Rejects with the reason why a token is no good. */
  readonly verify: (token: string) => Promise<VerifiedToken>
  readonly now: () => Date
}

/** Short, so that a key withdrawn by the provider is soon withdrawn here too: its keys are as old again at the most. */
const rememberedForMs = 30_000

/** A token has 16 KB at the most, so these are 16 MB at the worst. */
export const rememberedTokens = 1_000

/**
 * Checks a signature once for the few requests that an agent sends in a minute: nothing else that a request needs costs
 * as much. Only what was verified takes up room, and a refusal is never remembered.
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
