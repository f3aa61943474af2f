import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'

/** The provider's storage of sessions, grants and codes. */
export interface ArtifactStore {
  readonly adapter: AdapterFactory
  /** Deletes everything, so that the next silent renewal fails with `login_required`. */
  readonly clear: () => void
}

/** Creates storage in memory. Nothing expires, because a simulator does not run long enough. */
export function createArtifactStore(): ArtifactStore {
  const payloads = new Map<string, AdapterPayload>()
  const find = (model: string, matches: (payload: AdapterPayload) => boolean) =>
    [...payloads].find(([key, payload]) => key.startsWith(`${model}:`) && matches(payload))?.[1]

  const adapter = (model: string): Adapter => {
    const keyOf = (id: string) => `${model}:${id}`
    return {
      async upsert(id, payload) {
        payloads.set(keyOf(id), payload)
      },
      async find(id) {
        return payloads.get(keyOf(id))
      },
      async findByUid(uid) {
        return find(model, (payload) => payload.uid === uid)
      },
      async findByUserCode(userCode) {
        return find(model, (payload) => payload.userCode === userCode)
      },
      async consume(id) {
        const payload = payloads.get(keyOf(id))
        if (payload) payload.consumed = true
      },
      async destroy(id) {
        payloads.delete(keyOf(id))
      },
      async revokeByGrantId(grantId) {
        for (const [key, payload] of payloads) if (payload.grantId === grantId) payloads.delete(key)
      },
    }
  }
  return { adapter, clear: () => payloads.clear() }
}
