import { exportJWK, generateKeyPair, type GenerateKeyPairResult, type JWK } from 'jose'

/** The keys that a provider publishes, and the one that it signs with. */
export interface SigningKeys {
  /** The first key, with its private part. */
  readonly first: JWK
  /** Signs any header and payload, also invalid ones. */
  readonly sign: (header: object, payload: string) => Promise<string>
  /** The published keys; undefined while that is only the first key, which the provider publishes itself. */
  readonly published: () => { readonly keys: readonly JWK[] } | undefined
  /** Signs with a new key from now on. Earlier keys stay published, because tokens signed with them are still valid. */
  readonly rotate: () => Promise<void>
  /** Publishes only the newest key. */
  readonly withdrawOlder: () => void
  readonly reset: () => void
  /** Leaves the keys to providers that start later. */
  readonly close: () => void
}

interface SigningKey {
  readonly kid: string
  readonly pair: GenerateKeyPairResult
  readonly privateJwk: JWK
  readonly publicJwk: JWK
}

/** The pairs of providers that have ended. A new one takes 0.1 s, and tests start one provider after another. */
const unusedPairs: GenerateKeyPairResult[] = []

async function createSigningKey(kid: string): Promise<SigningKey> {
  const pair = unusedPairs.pop() ?? (await generateKeyPair('RS256', { extractable: true }))
  const { privateKey, publicKey } = pair
  const facts = { kid, alg: 'RS256', use: 'sig' }
  const [privateJwk, publicJwk] = await Promise.all([exportJWK(privateKey), exportJWK(publicKey)])
  return { kid, pair, privateJwk: { ...privateJwk, ...facts }, publicJwk: { ...publicJwk, ...facts } }
}

const encoded = (text: string) => Buffer.from(text).toString('base64url')

export async function createSigningKeys(): Promise<SigningKeys> {
  const first = await createSigningKey('simulator')
  let newest = first
  let published: readonly SigningKey[] = [first]
  const all = [first]
  return {
    first: first.privateJwk,
    async sign(header, payload) {
      const { kid, pair } = newest
      const signed = `${encoded(JSON.stringify({ alg: 'RS256', kid, ...header }))}.${encoded(payload)}`
      const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', pair.privateKey, Buffer.from(signed))
      return `${signed}.${Buffer.from(signature).toString('base64url')}`
    },
    published: () =>
      published.length === 1 && published[0] === first
        ? undefined
        : { keys: published.map(({ publicJwk }) => publicJwk) },
    async rotate() {
      newest = await createSigningKey(`simulator-${all.length + 1}`)
      all.push(newest)
      published = [...published, newest]
    },
    withdrawOlder() {
      published = [newest]
    },
    reset() {
      newest = first
      published = [first]
    },
    close() {
      unusedPairs.push(...all.splice(0).map(({ pair }) => pair))
    },
  }
}
