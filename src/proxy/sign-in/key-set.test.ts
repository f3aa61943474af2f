import { exportJWK, generateKeyPair, type JSONWebKeySet } from 'jose'
import { beforeEach, describe, expect, it } from 'vitest'
import { createKeySet, type KeySet } from './key-set.ts'

const { publicKey } = await generateKeyPair('RS256')
const keys: JSONWebKeySet = { keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256' }] }

let nowMs = 0
let asked = 0
let answer: () => Promise<JSONWebKeySet>

function read() {
  asked += 1
  return answer()
}

const createKeySetUnderTest = () => createKeySet({ read, now: () => new Date(nowMs) })

async function findOne({ candidates }: KeySet) {
  const [key] = await candidates({ alg: 'RS256', kid: 'one' })
  return key
}

const seconds = (count: number) => count * 1_000

const failsAfter = (milliseconds: number) => async () => {
  nowMs += milliseconds
  throw new Error('It hung up.')
}

const never = () => new Promise<JSONWebKeySet>(() => {})

beforeEach(() => {
  asked = 0
  answer = async () => keys
})

describe('a provider that times out', () => {
  it('is not asked again for a while', async () => {
    const keySet = createKeySetUnderTest()
    answer = failsAfter(seconds(5))

    await expect(findOne(keySet)).rejects.toThrow()
    await expect(findOne(keySet)).rejects.toThrow()
    expect(asked).toBe(1)

    nowMs += seconds(5)
    await expect(findOne(keySet)).rejects.toThrow()
    expect(asked).toBe(2)
  })

  it('does not make agents with a known key wait', async () => {
    const keySet = createKeySetUnderTest()
    await findOne(keySet)
    nowMs += seconds(31)
    answer = failsAfter(seconds(5))
    await findOne(keySet)
    nowMs += seconds(5)
    answer = never

    await expect(findOne(keySet)).resolves.toBeDefined()
    expect(asked).toBe(3)
  })
})
