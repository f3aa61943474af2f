import { base64url, EncryptJWT, errors, jwtDecrypt } from 'jose'
import type { FileClaims, TokenKind } from './token-claims.ts'

/** Why a token was not accepted. It is logged and never sent. */
export type SealFault = 'format' | 'secret' | 'tampered' | 'kind' | 'expired'

export type Opened<Claims> =
  | { readonly ok: true; readonly claims: Claims; readonly expiresAtMs: number }
  /** The proxy sealed these claims, but their time is over. */
  | { readonly ok: false; readonly fault: 'expired'; readonly claims: Claims }
  | { readonly ok: false; readonly fault: Exclude<SealFault, 'expired'> }

/** Encrypts what the proxy says about a file, so that only a proxy with the same secret can read it or make it. */
export interface Seal {
  readonly seal: <Claims extends FileClaims>(
    kind: TokenKind<Claims>,
    claims: Claims,
    expiresAtMs: number,
  ) => Promise<string>
  readonly open: <Claims extends FileClaims>(
    kind: TokenKind<Claims>,
    token: string,
  ) => Promise<Opened<Claims>>
}

export interface SealOptions {
  /** Seals and opens. */
  readonly secret: string
  /** The secret before a rotation. It only opens tokens. */
  readonly previousSecret?: string | undefined
  readonly now: () => Date
}

/** UTF-16 units. The longest token has an address of 2,000 characters and a name of 256. */
const tokenUnitLimit = 8_192

const algorithm = 'dir'
const encryption = 'A256GCM'
const keyBits = 256
/** Only tells secrets apart. 48 bits do that, and say nothing about the secret. */
const nameBits = 48

interface SealKey {
  /** Names the secret in the header of a token (`kid`), so that the right one of two opens it. */
  readonly name: string
  readonly key: Uint8Array
}

const utf8 = (text: string) => new TextEncoder().encode(text)

async function keyOf(secret: string): Promise<SealKey> {
  const material = await crypto.subtle.importKey('raw', utf8(secret), 'HKDF', false, ['deriveBits'])
  const derive = async (purpose: string, bits: number) => {
    const salt = new Uint8Array()
    const parameters = { name: 'HKDF', hash: 'SHA-256', salt, info: utf8(`tasklink uploads ${purpose}`) }
    return new Uint8Array(await crypto.subtle.deriveBits(parameters, material, bits))
  }
  return { name: base64url.encode(await derive('name', nameBits)), key: await derive('key', keyBits) }
}

function faultOf(error: unknown): Exclude<SealFault, 'expired'> {
  if (error instanceof UnknownSecret) return 'secret'
  if (error instanceof errors.JWEDecryptionFailed) return 'tampered'
  return error instanceof errors.JWTClaimValidationFailed ? 'kind' : 'format'
}

class UnknownSecret extends Error {
  override readonly name = 'UnknownSecret'
}

export function createSeal({ secret, previousSecret, now }: SealOptions): Seal {
  const current = keyOf(secret)
  const accepted = Promise.all([current, ...(previousSecret === undefined ? [] : [keyOf(previousSecret)])])

  async function keyNamed(name: string | undefined): Promise<Uint8Array> {
    const found = (await accepted).find((each) => each.name === name)
    if (!found) throw new UnknownSecret()
    return found.key
  }

  return {
    async seal(kind, claims, expiresAtMs) {
      const { name, key } = await current
      return new EncryptJWT({ ...claims })
        .setProtectedHeader({ alg: algorithm, enc: encryption, kid: name })
        .setAudience(kind.name)
        .setExpirationTime(Math.floor(expiresAtMs / 1_000))
        .encrypt(key)
    },
    async open(kind, token) {
      if (token.length > tokenUnitLimit) return { ok: false, fault: 'format' }
      try {
        const { payload } = await jwtDecrypt(token, ({ kid }) => keyNamed(kid), {
          keyManagementAlgorithms: [algorithm],
          contentEncryptionAlgorithms: [encryption],
          audience: kind.name,
          requiredClaims: ['exp'],
          currentDate: now(),
        })
        return { ok: true, claims: kind.schema.parse(payload), expiresAtMs: (payload.exp ?? 0) * 1_000 }
      } catch (error) {
        if (!(error instanceof errors.JWTExpired)) return { ok: false, fault: faultOf(error) }
        const { data: claims } = kind.schema.safeParse(error.payload)
        return claims ? { ok: false, fault: 'expired', claims } : { ok: false, fault: 'format' }
      }
    },
  }
}
