import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { uploadsPath } from '../../contract/uploads/upload-paths.ts'
import type { ProxyHarness } from '../harness/proxy-harness.ts'
import { problemOf } from '../harness/proxy-scene.ts'
import { announced, pdf, put, startUploadScene, uploader } from '../harness/upload-scene.ts'

const scene = await startUploadScene()
const { store, token } = scene
const minute = 60_000

beforeEach(() => store.reset())

afterAll(scene.close)

const linesOf = (proxy: ProxyHarness): Record<string, unknown>[] =>
  proxy
    .logged()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

const reasonsOf = (proxy: ProxyHarness) =>
  linesOf(proxy).flatMap(({ code, reason }) => (code ? [reason] : []))

/** A proxy with the temporary credentials of a role. */
const withSession = (session: Parameters<typeof store.newSession>[0]) =>
  scene.uploadProxy({ store: { endpoint: store.url, credentials: store.newSession(session) } })

/** The SDK asks again after some failures. */
const timesAsked = (status: number) => (status >= 500 ? 3 : 1)

describe('a store that fails', () => {
  it.each([
    [403, 'AccessDenied', 'permission-missing'],
    [403, 'InvalidAccessKeyId', 'credentials-refused'],
    [403, 'SignatureDoesNotMatch', 'credentials-refused'],
    [400, 'ExpiredToken', 'credentials-expired'],
    [404, 'NoSuchBucket', 'no-bucket'],
    [301, 'PermanentRedirect', 'bucket-elsewhere'],
    [400, 'AuthorizationHeaderMalformed', 'bucket-elsewhere'],
    [503, 'SlowDown', 'throttled'],
    [500, 'InternalError', 'failed'],
  ])('with %d %s is a problem whose log says why', async (status, code, reason) => {
    const proxy = scene.uploadProxy()
    const ana = uploader(proxy, token)
    const slot = await ana.begin('invoice.pdf', pdf)
    await put(slot, pdf)
    store.failNext('GetObject', { kind: 'error', status, code }, timesAsked(status))

    const response = await ana.complete(slot.upload)

    expect(response.status).toBe(502)
    expect(await problemOf(response)).toMatchObject({ code: 'store-failed', outcome: 'not-created' })
    expect(linesOf(proxy).findLast((line) => line['code'])).toMatchObject({
      reason,
      operation: 'GetObject',
      why: expect.stringContaining('Asked Amazon S3 for GetObject: '),
    })
    expect((await ana.complete(slot.upload)).status).toBe(200)
  })

  it('for a moment is asked again', async () => {
    const ana = uploader(scene.uploadProxy(), token)
    const slot = await ana.begin('invoice.pdf', pdf)
    await put(slot, pdf)
    store.failNext('HeadObject', { kind: 'error', status: 503, code: 'SlowDown' })
    store.failNext('GetObject', { kind: 'reset' })

    expect((await ana.complete(slot.upload)).status).toBe(200)
  })

  it('is named once when it goes and once when it comes back, however many addresses are signed in between', async () => {
    const proxy = scene.uploadProxy()
    const ana = uploader(proxy, token)
    const slot = await ana.begin('invoice.pdf', pdf)
    await put(slot, pdf)
    store.failNext('HeadObject', { kind: 'error', status: 403, code: 'AccessDenied' }, 2)
    await ana.complete(slot.upload)
    await ana.begin('another.pdf', pdf)
    await ana.complete(slot.upload)
    await ana.complete(slot.upload)

    const lines = linesOf(proxy).filter(({ dependency }) => dependency === 'files in Amazon S3')
    expect(lines.map(({ msg }) => msg)).toEqual(['does not answer; tasks get no files', 'answers again'])
  })

  it('that does not exist does not stop the proxy from serving agents', async () => {
    const proxy = scene.uploadProxy({
      store: { endpoint: 'http://127.0.0.1:9', credentials: store.credentials },
    })

    await proxy.prepare()

    expect(linesOf(proxy)).toContainEqual(
      expect.objectContaining({ dependency: 'files in Amazon S3', reason: 'connection-refused' }),
    )
    expect((await proxy.get('/readyz')).status).toBe(200)
  })
})

describe('the check at the start', () => {
  it('finds a bucket that is not there', async () => {
    const proxy = scene.uploadProxy({ environment: { ATTACHMENTS_BUCKET: 'another-bucket' } })

    await proxy.prepare()

    expect(linesOf(proxy)).toContainEqual(
      expect.objectContaining({ dependency: 'files in Amazon S3', reason: 'no-bucket' }),
    )
  })

  it('warns of a session token that makes addresses too long for Amazon Connect', async () => {
    const proxy = withSession({ lifetimeMs: 60 * minute, tokenCharacters: 1_700 })

    await proxy.prepare()

    expect(linesOf(proxy)).toContainEqual(expect.objectContaining({ warning: 'file-address-too-long' }))
  })

  it('warns of a bucket for which the SDK makes no address, and serves agents all the same', async () => {
    const proxy = scene.uploadProxy({ store: { endpoint: 'http://', credentials: store.credentials } })

    expect((await proxy.get('/healthz')).status).toBe(200)
    expect(linesOf(proxy)).toContainEqual(expect.objectContaining({ warning: 'store-address-unknown' }))
  })

  it('logs nothing if everything is right', async () => {
    const proxy = withSession({ lifetimeMs: 60 * minute, tokenCharacters: 900 })

    await proxy.prepare()

    expect(linesOf(proxy).filter((line) => line['warning'] ?? line['dependency'])).toEqual([])
  })
})

describe('temporary credentials', () => {
  it('shorten the life of addresses to their own', async () => {
    const ana = uploader(withSession({ lifetimeMs: 40 * minute }), token)
    const { upload } = await ana.upload()

    const { expiresAt } = await ana.readied(upload)

    const minutes = (Date.parse(expiresAt) - Date.now()) / minute
    expect(minutes).toBeGreaterThan(24)
    expect(minutes).toBeLessThanOrEqual(25)
  })

  it('that end too soon for Amazon Connect cannot be used for a task', async () => {
    const proxy = withSession({ lifetimeMs: 19 * minute })
    const ana = uploader(proxy, token)
    const { upload } = await ana.upload()

    const response = await ana.ready(upload)

    expect(await problemOf(response)).toMatchObject({ code: 'store-failed' })
    expect(reasonsOf(proxy)).toContain('credentials-ending')
  })

  it('with a token that makes addresses too long cannot be used for a task', async () => {
    const proxy = withSession({ lifetimeMs: 60 * minute, tokenCharacters: 1_700 })
    const ana = uploader(proxy, token)
    const { upload } = await ana.upload()

    expect((await ana.ready(upload)).status).toBe(502)
    expect(reasonsOf(proxy)).toContain('url-too-long')
  })

  it('that are renewed serve the next task', async () => {
    let asked = 0
    const credentials = async () => {
      asked += 1
      return store.newSession({ lifetimeMs: (asked === 1 ? 16 : 60) * minute })
    }
    const ana = uploader(scene.uploadProxy({ store: { endpoint: store.url, credentials } }), token)
    const { upload } = await ana.upload()

    const { expiresAt } = await ana.readied(upload)

    expect(asked).toBe(2)
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(44 * minute)
  })
})

describe('credentials whose source fails', () => {
  it('are used as long as they are valid', async () => {
    const session = store.newSession({ lifetimeMs: 25 * minute })
    let asked = 0
    const credentials = async () => {
      asked += 1
      if (asked > 1) throw new Error('The source of the credentials is away.')
      return session
    }
    const ana = uploader(scene.uploadProxy({ store: { endpoint: store.url, credentials } }), token)
    const { upload } = await ana.upload()

    const { expiresAt } = await ana.readied(upload)

    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(9 * minute)
  })
})

describe('the log and the metrics of files', () => {
  it('have ids and numbers, and no name, key, address or token', async () => {
    const proxy = scene.uploadProxy()
    const ana = uploader(proxy, token)
    const { upload } = await ana.upload('marked.pdf')
    const { attachments } = await ana.readied(upload)
    await proxy.postTo(uploadsPath, announced('marked.exe', pdf), token)
    await ana.discard(upload)
    const logged = proxy.logged()

    for (const secret of ['marked', 'X-Amz', 'tasklink/', upload, attachments[0]?.upload ?? 'none']) {
      expect(logged).not.toContain(secret)
    }
    const audit = linesOf(proxy).filter((line) => line['audit'])
    expect(audit.map((line) => [line['upload'], line['bytes']])).toEqual([
      ['begun', pdf.byteLength],
      ['accepted', pdf.byteLength],
      ['discarded', pdf.byteLength],
    ])
    expect(new Set(audit.map((line) => line['uploadId'])).size).toBe(1)
    const metrics = await proxy.metrics()
    expect(metrics).toContain('tasklink_uploads_total{result="accepted"} 1')
    expect(metrics).toContain(`tasklink_upload_bytes_total{result="discarded"} ${pdf.byteLength}`)
    expect(metrics).toContain(
      'tasklink_store_call_duration_seconds_count{operation="HeadObject",result="ok"} 2',
    )
  })
})
