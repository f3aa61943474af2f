import { describe, expect, it } from 'vitest'
import { createVerifiedTokens, rememberedTokens, type VerifiedToken } from './verified-tokens.ts'

function tokensVerifiedBy(verify: (token: string) => Promise<VerifiedToken>) {
  const asked: string[] = []
  let nowMs = 0
  const find = createVerifiedTokens({
    verify: (token) => {
      asked.push(token)
      return verify(token)
    },
    now: () => new Date(nowMs),
  })
  return {
    find,
    asked,
    passTime: (milliseconds: number) => {
      nowMs += milliseconds
    },
  }
}

const endingAt = (expiresAtMs: number) => async () => ({
  agent: 'ana',
  groups: [],
  account: { issuer: 'https://login.example', subject: 'ana-1' },
  expiresAtMs,
})
const valid = endingAt(3_600_000)

describe('a verified token', () => {
  it('is not verified again while it is kept', async () => {
    const { find, asked, passTime } = tokensVerifiedBy(valid)

    await find('token')
    passTime(29_999)

    expect(await find('token')).toMatchObject({ agent: 'ana' })
    expect(asked).toEqual(['token'])
  })

  it('is verified again after half a minute, because its key may have been withdrawn', async () => {
    const { find, asked, passTime } = tokensVerifiedBy(valid)

    await find('token')
    passTime(30_000)
    await find('token')

    expect(asked).toEqual(['token', 'token'])
  })

  it('is not kept after its expiry', async () => {
    const { find, asked, passTime } = tokensVerifiedBy(endingAt(10_000))

    await find('token')
    passTime(10_000)
    await find('token')

    expect(asked).toEqual(['token', 'token'])
  })

  it('does not make a token valid that differs in one character', async () => {
    const { find, asked } = tokensVerifiedBy(valid)

    await find('token-a')
    await find('token-b')

    expect(asked).toEqual(['token-a', 'token-b'])
  })

  it('is verified once for requests that come together', async () => {
    const { find, asked } = tokensVerifiedBy(valid)

    await Promise.all([find('token'), find('token'), find('token')])

    expect(asked).toEqual(['token'])
  })

  it('makes room for later tokens', async () => {
    const { find, asked } = tokensVerifiedBy(valid)
    const others = Array.from({ length: rememberedTokens }, (_, index) => `other-${index}`)

    await find('token')
    await Promise.all(others.map(find))
    await find('token')

    expect(asked.filter((token) => token === 'token')).toHaveLength(2)
  })
})

describe('a refused token', () => {
  it('is refused for all simultaneous requests, and verified again for the next', async () => {
    let refused = true
    const { find, asked } = tokensVerifiedBy(async () => {
      if (refused) throw new Error('refused')
      return valid()
    })

    const together = await Promise.allSettled([find('token'), find('token')])
    refused = false
    const next = await find('token')

    expect(together.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(next).toMatchObject({ agent: 'ana' })
    expect(asked).toEqual(['token', 'token'])
  })

  it('takes no room from verified tokens', async () => {
    const { find, asked } = tokensVerifiedBy(async (token) => {
      if (token !== 'token') throw new Error('refused')
      return valid()
    })
    const refused = Array.from({ length: rememberedTokens + 1 }, (_, index) => `refused-${index}`)

    await find('token')
    await Promise.allSettled(refused.map(find))
    await find('token')

    expect(asked.filter((token) => token === 'token')).toEqual(['token'])
  })
})
