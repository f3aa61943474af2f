import { readFileSync } from 'node:fs'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { pdf, startUploadScene, uploader } from '../harness/upload-scene.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

/** The JSON that operators copy from the README, by a member that only it has. */
const ruleWith = (member: string) => {
  const blocks = Array.from(readme.matchAll(/```json\n([\s\S]*?)```/g), ([, text = '']) => text)
  return JSON.parse(blocks.find((text) => text.includes(`"${member}"`)) ?? '[]')
}

const scene = await startUploadScene()
const { store, token } = scene
const hour = 60 * 60_000
const panel = 'https://tasklink.example.com'

beforeEach(() => store.reset())

afterAll(scene.close)

const preflight = async (origin: string) => {
  store.corsRules = ruleWith('AllowedOrigins')
  const slot = await uploader(scene.uploadProxy(), token).begin('invoice.pdf', pdf)
  return fetch(slot.url, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'PUT',
      'access-control-request-headers': Object.keys(slot.headers).toSorted().join(','),
    },
  })
}

describe('the CORS rule in the operators’ README', () => {
  it('lets the panel send everything that an address is signed for', async () => {
    const response = await preflight(panel)

    expect(response.status).toBe(200)
    expect(response.headers.get('access-control-allow-origin')).toBe(panel)
  })

  it('lets no other page send anything', async () => {
    expect((await preflight('https://other.example.com')).status).toBe(403)
  })
})

describe('the lifecycle rule in the operators’ README', () => {
  it('keeps a file as long as its token lives, and deletes it on the second day', async () => {
    store.lifecycleRules = ruleWith('Expiration')
    await uploader(scene.uploadProxy(), token).upload()

    store.clockAheadMs = 20 * hour
    expect(store.objects).toHaveLength(1)
    store.clockAheadMs = 48 * hour
    expect(store.objects).toEqual([])
  })
})
