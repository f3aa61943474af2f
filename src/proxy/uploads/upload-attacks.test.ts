import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { tasksPath } from '../../contract/tasks/task-paths.ts'
import { ana as anasUser } from '../../simulators/instance/instance.ts'
import type { ProxyHarness } from '../harness/proxy-harness.ts'
import { createSeal } from './seal.ts'
import { uploadToken } from './token-claims.ts'
import { plainTask, problemOf } from '../harness/proxy-scene.ts'
import { pdf, put, sealSecret, startUploadScene, uploader } from '../harness/upload-scene.ts'

/* An agent, or a page in their browser, sends the proxy tokens that are not meant for what they ask. */

const scene = await startUploadScene()
const { store, connect, token, bensToken } = scene
const minute = 60_000

let proxy: ProxyHarness
let ana: ReturnType<typeof uploader>

beforeEach(() => {
  store.reset()
  connect.reset()
  proxy = scene.uploadProxy()
  ana = uploader(proxy, token)
})

afterAll(scene.close)

const create = (
  uploads: readonly (string | undefined)[],
  { by = token, at = proxy }: { readonly by?: string; readonly at?: ProxyHarness } = {},
) => at.postTo(tasksPath, { ...plainTask, attachments: uploads.map((upload) => ({ upload })) }, by)

const createdTasks = () => connect.received.filter(({ operation }) => operation === 'StartTaskContact')

/** The answer that an attacker gets: always the same, so that it teaches nothing. */
const refusedAs = async (response: Response) => {
  const { code, outcome, issues = [] } = await problemOf(response)
  return {
    status: response.status,
    code,
    outcome,
    issues: issues.map(({ field, code: each }) => [field, each]),
  }
}

const refused = (code = 'file-refused', row = 0) => ({
  status: 422,
  code: 'upload-refused',
  outcome: 'not-created',
  issues: [[`attachments.${row}.file`, code]],
})

const reasonOf = (at: ProxyHarness) =>
  at
    .logged()
    .split('\n')
    .flatMap((line): unknown[] => (line.includes('"upload-refused"') ? [JSON.parse(line).reason] : []))
    .at(-1)

/** A slot token, an upload token and a ready token of Ana for the same file. */
async function tokensOfAna() {
  const slot = await ana.begin('invoice.pdf', pdf)
  await put(slot, pdf)
  const completed: { upload: string } = await (await ana.complete(slot.upload)).json()
  const { attachments } = await ana.readied(completed.upload)
  return { slot: slot.upload, upload: completed.upload, ready: attachments[0]?.upload ?? '' }
}

/** The same text with another character in the middle of one of its parts. */
const changed = (text: string, part: number) =>
  text
    .split('.')
    .map((each, index) => {
      if (index !== part || each === '') return each
      const middle = Math.floor(each.length / 2)
      return `${each.slice(0, middle)}${each[middle] === 'A' ? 'B' : 'A'}${each.slice(middle + 1)}`
    })
    .join('.')

describe('a token of another agent', () => {
  it('is refused at each step, and its file is left alone', async () => {
    const { slot, upload, ready } = await tokensOfAna()
    const ben = uploader(proxy, bensToken)

    expect(await refusedAs(await ben.complete(slot))).toEqual(refused())
    expect(await refusedAs(await ben.ready(upload))).toEqual(refused())
    expect(await refusedAs(await ben.discard(slot))).toEqual(refused())
    expect(await refusedAs(await ben.discard(upload))).toEqual(refused())
    expect(await refusedAs(await create([ready], { by: bensToken }))).toEqual(refused())
    expect(reasonOf(proxy)).toBe('token-of-another-agent')
    // The file, and the copy of it that Ana's task may have.
    expect(store.objects).toHaveLength(2)
    expect(createdTasks()).toEqual([])
  })

  it('does not reveal that it has expired', async () => {
    const { ready } = await tokensOfAna()
    proxy.passTime(46 * minute)

    expect(await refusedAs(await create([ready], { by: bensToken }))).toEqual(refused())
  })
})

describe('a token of another kind', () => {
  it('is refused at each step', async () => {
    const { slot, upload, ready } = await tokensOfAna()

    for (const other of [upload, ready]) expect(await refusedAs(await ana.complete(other))).toEqual(refused())
    for (const other of [slot, ready]) expect(await refusedAs(await ana.ready(other))).toEqual(refused())
    for (const other of [slot, upload]) expect(await refusedAs(await create([other]))).toEqual(refused())
    expect(await refusedAs(await ana.discard(ready))).toEqual(refused())
    expect(reasonOf(proxy)).toBe('token-of-another-kind')
    expect(createdTasks()).toEqual([])
  })

  it('is refused if it is the agent’s own bearer token, or none at all', async () => {
    for (const other of [token, 'x', 'a.b.c.d.e', '....']) {
      expect(await refusedAs(await create([other]))).toEqual(refused())
    }
  })
})

describe('a token that was changed', () => {
  it.each([
    ['header', 0],
    ['nonce', 2],
    ['content', 3],
    ['tag', 4],
  ])('in its %s is refused', async (_, part) => {
    const { ready } = await tokensOfAna()

    expect(await refusedAs(await create([changed(ready, part)]))).toEqual(refused())
    expect(createdTasks()).toEqual([])
  })
})

describe('a token of another place', () => {
  it('is refused if a proxy of another instance has sealed it with the same secret', async () => {
    const key = 'tasklink/other/0b0a6f5e-7d3c-4a4f-9f2e-1f6f4c0d9b11'
    const file = {
      agent: anasUser.userId,
      instance: 'other',
      key,
      name: 'a.pdf',
      bytes: 1,
      type: '',
      sha256: '',
    }
    const seal = createSeal({ secret: sealSecret, now: () => new Date() })
    const upload = await seal.seal(uploadToken, file, Date.now() + minute)

    expect(await refusedAs(await ana.ready(upload))).toEqual(refused())
    expect(reasonOf(proxy)).toBe('token-of-another-instance')
    expect((await ana.discard(upload)).status).toBe(422)
  })

  it('is refused by a proxy with another secret', async () => {
    const { ready } = await tokensOfAna()
    const other = scene.uploadProxy({
      environment: { SEAL_SECRET: 'another secret of at least 32 characters' },
    })

    expect(await refusedAs(await create([ready], { at: other }))).toEqual(refused())
    expect(reasonOf(other)).toBe('token-of-another-secret')
  })

  it('is refused by a proxy without files', async () => {
    const { ready } = await tokensOfAna()

    expect((await create([ready], { at: scene.newProxy() })).status).toBe(422)
    expect(createdTasks()).toEqual([])
  })
})

/** One step of Ana’s, through a proxy that has seen none of the others. */
const step = () => uploader(scene.uploadProxy(), token)

describe('several proxies that share only the secret', () => {
  it('each do one step of an upload', async () => {
    const slot = await step().begin('invoice.pdf', pdf)
    await put(slot, pdf)
    const completed: { upload: string } = await (await step().complete(slot.upload)).json()

    expect((await step().ready(completed.upload)).status).toBe(200)
    expect((await step().discard(completed.upload)).status).toBe(204)
  })

  it('go on with uploads from before the secret was exchanged', async () => {
    const { upload } = await tokensOfAna()
    const after = scene.uploadProxy({
      environment: { SEAL_SECRET: 'the next secret, of 32 characters', SEAL_SECRET_PREVIOUS: sealSecret },
    })

    const { attachments } = await uploader(after, token).readied(upload)

    expect(attachments).toHaveLength(1)
    // A proxy that has not been exchanged yet accepts them once it knows the new secret as the other one.
    const before = scene.uploadProxy({
      environment: { SEAL_SECRET_PREVIOUS: 'the next secret, of 32 characters' },
    })
    expect((await create([attachments[0]?.upload], { at: before })).status).toBe(201)
  })
})

describe('a file that is ready', () => {
  it('is refused after its time', async () => {
    const { ready } = await tokensOfAna()
    proxy.passTime(46 * minute)

    expect(await refusedAs(await create([ready]))).toEqual(refused('file-expired'))
    expect(createdTasks()).toEqual([])
  })

  it('still answers for the task that it went with', async () => {
    const { ready } = await tokensOfAna()
    const created = await (await create([ready])).json()
    proxy.passTime(46 * minute)

    const again = await create([ready])

    expect([again.status, await again.json()]).toEqual([201, created])
    expect(createdTasks()).toHaveLength(1)
  })

  it('is named by its place if one of several is refused', async () => {
    const { ready, upload } = await tokensOfAna()

    expect(await refusedAs(await create([ready, upload]))).toEqual(refused('file-refused', 1))
  })
})
