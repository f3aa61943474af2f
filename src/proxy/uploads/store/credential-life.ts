interface Identity {
  readonly expiration?: Date
}

type Credentials = (properties?: { readonly forceRefresh: boolean }) => Promise<Identity>

/** An address dies with the credentials that signed it, and the SDK renews them only in their last five minutes. */
const renewedBeforeEndMs = 30 * 60_000

/** Some sources give the same credentials again until shortly before their end. */
const renewedAgainAfterMs = 60_000

/** Tells when the credentials end that sign addresses now, and renews those that end soon. */
export function createCredentialLife(
  credentials: Credentials,
  now: () => Date,
): () => Promise<Date | undefined> {
  let renewedAtMs = -Infinity
  return async () => {
    const { expiration } = await credentials()
    const nowMs = now().getTime()
    const endsSoon = expiration !== undefined && expiration.getTime() - nowMs < renewedBeforeEndMs
    if (!endsSoon || nowMs - renewedAtMs < renewedAgainAfterMs) return expiration
    renewedAtMs = nowMs
    // If their source fails now, the earlier credentials are still valid for a while.
    const renewed = await credentials({ forceRefresh: true }).catch(() => ({ expiration }))
    return renewed.expiration
  }
}
