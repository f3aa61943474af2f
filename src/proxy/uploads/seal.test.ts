import { EncryptJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { createSeal, type SealOptions } from './seal.ts'
import { readyToken, slotToken, uploadIdOf, uploadToken } from './token-claims.ts'

const minute = 60_000
const noon = Date.UTC(2026, 10, 29, 12)

const secret = 'a secret of more than thirty-two characters'
const otherSecret = 'another secret of more than thirty-two characters'

const file = {
  agent: 'ana',
  instance: 'instance-1',
  key: 'tasklink/instance-1/0b0a6f5e-7d3c-4a4f-9f2e-1f6f4c0d9b11',
  name: 'Quittung für Ærø 日本.pdf',
  bytes: 4_321,
  type: 'application/pdf',
  sha256: 'LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=',
}

const sealWith = (differs: Partial<SealOptions> = {}) =>
  createSeal({ secret, now: () => new Date(noon), ...differs })

const rotated = () => sealWith({ secret: otherSecret, previousSecret: secret })

const newToken = () => sealWith().seal(uploadToken, file, noon + minute)

/** Every text that differs from the token in one character of one part. */
const changed = (token: string) =>
  token.split('.').flatMap((part, index, parts) => {
    if (part === '') return []
    const other = `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}`
    return [parts.with(index, other).join('.')]
  })

describe('a sealed token', () => {
  it('says the same when it is opened', async () => {
    const opened = await sealWith().open(uploadToken, await newToken())

    expect(opened).toEqual({ ok: true, claims: file, expiresAtMs: noon + minute })
  })

  it('keeps the address of a ready file', async () => {
    const ready = { ...file, url: `https://bucket.example/${'x'.repeat(1_977)}` }
    const token = await sealWith().seal(readyToken, ready, noon + minute)

    expect(token.length).toBeLessThan(8_192)
    expect(await sealWith().open(readyToken, token)).toMatchObject({ claims: ready })
  })

  it('does not reveal the file to its holder', async () => {
    const token = await newToken()
    const shown = token.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'))

    for (const value of [file.key, 'Quittung', file.sha256, 'ana', 'instance-1']) {
      expect(shown.join('\n')).not.toContain(value)
    }
  })

  it('is opened by another proxy with the same secret', async () => {
    const opened = await createSeal({ secret, now: () => new Date(noon) }).open(uploadToken, await newToken())

    expect(opened.ok).toBe(true)
  })

  it('is refused as another kind of token', async () => {
    const token = await newToken()

    expect(await sealWith().open(slotToken, token)).toEqual({ ok: false, fault: 'kind' })
    expect(await sealWith().open(readyToken, token)).toEqual({ ok: false, fault: 'kind' })
  })

  it('is refused after its time, and still says which file it was', async () => {
    const later = sealWith({ now: () => new Date(noon + minute) })

    expect(await later.open(uploadToken, await newToken())).toEqual({
      ok: false,
      fault: 'expired',
      claims: file,
    })
  })

  it('is refused after its time, too, if it says less than tokens of its kind say now', async () => {
    const before = { name: readyToken.name, schema: uploadToken.schema }
    const token = await sealWith().seal(before, file, noon + minute)
    const later = sealWith({ now: () => new Date(noon + minute) })

    expect(await later.open(readyToken, token)).toEqual({ ok: false, fault: 'format' })
  })

  it('is refused if any part of it has changed', async () => {
    for (const token of changed(await newToken())) {
      expect(await sealWith().open(uploadToken, token), token).toMatchObject({ ok: false })
    }
  })

  it.each([
    ['an empty text', ''],
    ['a text that is no token', 'token'],
    ['five empty parts', '....'],
    ['a very long text', 'x'.repeat(10_000_000)],
    ['a header with an unknown algorithm', `${Buffer.from('{"alg":"none"}').toString('base64url')}....`],
  ])('is refused as %s', async (_, token) => {
    expect(await sealWith().open(uploadToken, token)).toMatchObject({ ok: false, fault: 'format' })
  })

  it('is refused if another key made it under the name of the secret', async () => {
    const opened = await sealWith().open(uploadToken, await forged(await newToken()))

    expect(opened.ok).toBe(false)
  })
})

/** A token with the header of another one, and a key of the attacker’s. */
const forged = (token: string) => {
  const [header = ''] = token.split('.')
  const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString())
  return new EncryptJWT(file)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid })
    .setAudience('upload')
    .encrypt(new Uint8Array(32))
}

describe('rotating the secret', () => {
  it('accepts tokens of the previous secret', async () => {
    expect(await rotated().open(uploadToken, await newToken())).toMatchObject({ ok: true, claims: file })
  })

  it('seals with the new secret only', async () => {
    const token = await rotated().seal(uploadToken, file, noon + minute)

    expect(await sealWith().open(uploadToken, token)).toEqual({ ok: false, fault: 'secret' })
    expect(await sealWith({ secret: otherSecret }).open(uploadToken, token)).toMatchObject({ ok: true })
  })

  it('refuses tokens of a secret that is no longer named', async () => {
    expect(await sealWith({ secret: otherSecret }).open(uploadToken, await newToken())).toEqual({
      ok: false,
      fault: 'secret',
    })
  })
})

describe('the id of an upload', () => {
  it('is the last part of its key', () => {
    expect(uploadIdOf(file)).toBe('0b0a6f5e-7d3c-4a4f-9f2e-1f6f4c0d9b11')
  })
})
