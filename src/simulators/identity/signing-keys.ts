import { exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose'

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
}

interface SigningKey {
  readonly kid: string
  readonly privateKey: CryptoKey
  readonly privateJwk: JWK
  readonly publicJwk: JWK
}

async function generateSigningKey(kid: string): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const facts = { kid, alg: 'RS256', use: 'sig' }
  const [privateJwk, publicJwk] = await Promise.all([exportJWK(privateKey), exportJWK(publicKey)])
  return { kid, privateKey, privateJwk: { ...privateJwk, ...facts }, publicJwk: { ...publicJwk, ...facts } }
}

const encoded = (text: string) => Buffer.from(text).toString('base64url')

export async function createSigningKeys(): Promise<SigningKeys> {
  const first = await generateSigningKey('simulator')
  let newest = first
  let published: readonly SigningKey[] = [first]
  let generated = 1
  return {
    first: first.privateJwk,
    async sign(header, payload) {
      const { kid, privateKey } = newest
      const signed = `${encoded(JSON.stringify({ alg: 'RS256', kid, ...header }))}.${encoded(payload)}`
      const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', privateKey, Buffer.from(signed))
      return `${signed}.${Buffer.from(signature).toString('base64url')}`
    },
    published: () =>
      published.length === 1 && published[0] === first
        ? undefined
        : { keys: published.map(({ publicJwk }) => publicJwk) },
    async rotate() {
      generated += 1
      newest = await generateSigningKey(`simulator-${generated}`)
      published = [...published, newest]
    },
    withdrawOlder() {
      published = [newest]
    },
    reset() {
      newest = first
      published = [first]
    },
  }
}
