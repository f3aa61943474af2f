import { EventEmitter, once } from 'node:events'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { tasksPath } from '../../contract/tasks/task-paths.ts'
import { createdTaskSchema } from '../../contract/tasks/tasks.ts'
import { uploadsPath } from '../../contract/uploads/upload-paths.ts'
import type { ProxyHarness } from '../harness/proxy-harness.ts'
import { plainTask, problemOf } from '../harness/proxy-scene.ts'
import { announced, pdf, put, sha256Of, startUploadScene, uploader } from '../harness/upload-scene.ts'

const scene = await startUploadScene()
const { store, connect, token, bensToken } = scene
const minute = 60_000
const hour = 60 * minute

let proxy: ProxyHarness
let ana: ReturnType<typeof uploader>
let ben: ReturnType<typeof uploader>

beforeEach(() => {
  store.reset()
  connect.reset()
  proxy = scene.uploadProxy()
  ana = uploader(proxy, token)
  ben = uploader(proxy, bensToken)
})

afterAll(scene.close)

const codesOf = async (response: Response) => {
  const { code, issues = [] } = await problemOf(response)
  return [code, ...issues.map((issue) => `${issue.field} ${issue.code}`)]
}

const refused = async (name: string, bytes: number) =>
  codesOf(await proxy.postTo(uploadsPath, { ...announced(name, pdf), bytes }, token))

const getsOf = (key: string) =>
  store.received.filter((each) => each.key === key && each.operation === 'GetObject')

describe('a slot', () => {
  it('takes exactly the bytes that were announced, under a key that says nothing', async () => {
    const slot = await ana.begin('Rechnung für Ærø 日本.pdf', pdf)

    expect((await put(slot, pdf)).status).toBe(200)
    const [object] = store.objects
    expect(object).toMatchObject({
      bytes: pdf.byteLength,
      sha256: sha256Of(pdf),
      headers: { 'content-type': 'application/pdf', 'content-disposition': 'attachment' },
    })
    expect(object?.key).toMatch(/^tasklink\/[\w-]+\/[\w-]{36}$/)
  })

  it.each([
    ['other bytes of the same length', Buffer.from(pdf).fill('x')],
    ['more bytes', Buffer.concat([pdf, Buffer.from('x')])],
    ['fewer bytes', pdf.subarray(1)],
    ['no bytes', Buffer.alloc(0)],
  ])('refuses %s', async (_, bytes) => {
    const slot = await ana.begin('invoice.pdf', pdf)

    expect((await put(slot, bytes)).status).toBeGreaterThanOrEqual(400)
    expect(store.objects).toEqual([])
  })

  it.each([
    ['another type', { 'content-type': 'text/html' }],
    ['another disposition', { 'content-disposition': 'inline' }],
    ['the checksum of other bytes', { 'x-amz-checksum-sha256': sha256Of(Buffer.from('x')) }],
    ['a header that was not signed', { 'x-amz-acl': 'public-read' }],
  ])('refuses %s', async (_, headers) => {
    const slot = await ana.begin('invoice.pdf', pdf)

    const response = await put({ ...slot, headers: { ...slot.headers, ...headers } }, pdf)

    expect(response.status).toBe(403)
    expect(store.objects).toEqual([])
  })

  it('ends after a quarter of an hour', async () => {
    const slot = await ana.begin('invoice.pdf', pdf)
    store.clockAheadMs = 15 * minute + 2_000

    expect((await put(slot, pdf)).status).toBe(403)
  })

  it('is not given for a file that the rules refuse', async () => {
    expect(await refused('page.html', 10)).toEqual([
      'upload-refused',
      'attachments.0.file file-type-not-allowed',
    ])
    expect(await refused('invoice\u202Efdp.exe.pdf', 10)).toEqual([
      'upload-refused',
      'attachments.0.file file-name-invalid',
    ])
    expect(await refused('invoice.pdf', 0)).toEqual(['upload-refused', 'attachments.0.file file-empty'])
    expect(await refused('invoice.pdf', 21 * 1_048_576)).toEqual([
      'upload-refused',
      'attachments.0.file file-too-large',
    ])
  })

  it('is not given where the policy forbids files', async () => {
    const strict = scene.uploadProxy({
      policyFile: { policies: [{ name: 'All', fields: { attachments: { isHidden: true } } }] },
    })

    expect(await codesOf(await strict.postTo(uploadsPath, announced('invoice.pdf', pdf), token))).toEqual([
      'upload-refused',
      'attachments attachments-not-allowed',
    ])
  })

  it('is not given without a bucket, and says so', async () => {
    const without = scene.newProxy()

    const response = await without.postTo(uploadsPath, announced('invoice.pdf', pdf), token)

    expect(response.status).toBe(422)
    expect(await codesOf(response)).toEqual(['upload-refused', 'attachments attachments-not-allowed'])
  })

  it('is given to an agent thirty times in a row, and then after a wait', async () => {
    const asking = Array.from({ length: 31 }, () =>
      proxy.postTo(uploadsPath, announced('invoice.pdf', pdf), token),
    )
    const answers = await Promise.all(asking)

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(30)
    const busy = answers.find(({ status }) => status === 429)
    expect(busy && (await problemOf(busy))).toMatchObject({ code: 'busy', retryAfterSeconds: 5 })
    expect((await ben.begin('invoice.pdf', pdf)).url).toContain('X-Amz-Signature')
  })
})

describe('a file in its slot', () => {
  it('is accepted as often as it is asked', async () => {
    const slot = await ana.begin('invoice.pdf', pdf)
    await put(slot, pdf)

    expect((await ana.complete(slot.upload)).status).toBe(200)
    expect((await ana.complete(slot.upload)).status).toBe(200)
  })

  it('is not accepted before its bytes are there, and can be sent again', async () => {
    const slot = await ana.begin('invoice.pdf', pdf)

    expect(await codesOf(await ana.complete(slot.upload))).toEqual([
      'upload-refused',
      'attachments.0.file file-not-uploaded',
    ])
    await put(slot, pdf)
    expect((await ana.complete(slot.upload)).status).toBe(200)
  })

  it('that is missing is reported as missing even if the role may not list the bucket, and the log shows the denial', async () => {
    const slot = await ana.begin('invoice.pdf', pdf)
    store.permissions = new Set(['s3:PutObject', 's3:GetObject', 's3:DeleteObject'])

    expect(await codesOf(await ana.complete(slot.upload))).toEqual(['store-failed'])
    expect(proxy.logged()).toContain('s3:ListBucket')
  })

  it('is deleted if its content contradicts its name', async () => {
    const program = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0'), Buffer.alloc(200)])
    const slot = await ana.begin('notes.txt', program)
    await put(slot, program)

    expect(await codesOf(await ana.complete(slot.upload))).toEqual([
      'upload-refused',
      'attachments.0.file file-content-contradicts',
    ])
    expect(store.objects).toEqual([])
  })

  it.each([
    ['other bytes of the same length', Buffer.from(pdf).fill('x')],
    ['a longer file', Buffer.alloc(5_000_000)],
    ['an empty one', Buffer.alloc(0)],
  ])('is deleted if it is replaced by %s', async (_, bytes) => {
    const slot = await ana.begin('invoice.pdf', pdf)
    await put(slot, pdf)
    const [object] = store.objects
    await store.overwrite(object?.key ?? '', bytes)

    expect(await codesOf(await ana.complete(slot.upload))).toEqual([
      'upload-refused',
      'attachments.0.file file-refused',
    ])
    expect(store.objects).toEqual([])
  })

  it('is deleted if it was sent as packed, so that a reader could unpack other bytes from it', async () => {
    const slot = await ana.begin('invoice.pdf', pdf)
    const sent = await put({ ...slot, headers: { ...slot.headers, 'content-encoding': 'gzip' } }, pdf)

    expect(sent.status).toBe(200)
    expect(await codesOf(await ana.complete(slot.upload))).toEqual([
      'upload-refused',
      'attachments.0.file file-refused',
    ])
    expect(store.objects).toEqual([])
  })

  it('is read only in its first 4,100 bytes', async () => {
    const large = Buffer.concat([pdf, Buffer.alloc(3_000_000, ' ')])
    const slot = await ana.begin('invoice.pdf', large)
    await put(slot, large)
    await ana.complete(slot.upload)

    const [object] = store.objects
    expect(getsOf(object?.key ?? '').map(({ headers }) => headers.get('range'))).toEqual(['bytes=0-4099'])
  })

  it('is checked and read at the same time, so that the agent waits for only one answer of the store', async () => {
    const slot = await ana.begin('invoice.pdf', pdf)
    await put(slot, pdf)
    const test = new EventEmitter()
    const both = Promise.all([once(test, 'HeadObject'), once(test, 'GetObject')])
    for (const operation of ['HeadObject', 'GetObject'] as const) {
      const hold = async () => {
        test.emit(operation)
        await both
      }
      store.failNext(operation, { kind: 'held', afterBytes: 0, hold })
    }

    expect((await ana.complete(slot.upload)).status).toBe(200)
  })

  it('cannot be swapped with another file of the same agent', async () => {
    const other = Buffer.from('%PDF-1.7\nanother one, of another length\n')
    const [first, second] = [await ana.begin('one.pdf', pdf), await ana.begin('two.pdf', other)]
    await put(first, pdf)

    expect((await put({ ...second, headers: first.headers }, pdf)).status).toBe(403)
    expect((await put(second, pdf)).status).toBeGreaterThanOrEqual(400)
    expect(await codesOf(await ana.complete(second.upload))).toEqual([
      'upload-refused',
      'attachments.0.file file-not-uploaded',
    ])
  })
})

describe('files for a task', () => {
  it('are ready in the order of the request, with one end for all', async () => {
    const uploads = [await ana.upload('one.pdf'), await ana.upload('two.pdf')].map(({ upload }) => upload)

    const { attachments, expiresAt } = await ana.readied(...uploads)

    expect(attachments).toHaveLength(2)
    const minutes = (Date.parse(expiresAt) - Date.now()) / minute
    expect(minutes).toBeGreaterThan(44)
    expect(minutes).toBeLessThanOrEqual(45)
  })

  it('say at which place a file is gone', async () => {
    const [first, second] = [await ana.upload('one.pdf'), await ana.upload('two.pdf')]
    store.remove(store.objects.at(-1)?.key ?? '')

    expect(await codesOf(await ana.ready(first.upload, second.upload))).toEqual([
      'upload-refused',
      'attachments.1.file file-expired',
    ])
  })

  it('are refused if someone else has replaced one since', async () => {
    const { upload } = await ana.upload()
    await store.overwrite(store.objects[0]?.key ?? '', Buffer.from(pdf).fill('x'))

    expect(await codesOf(await ana.ready(upload))).toEqual([
      'upload-refused',
      'attachments.0.file file-refused',
    ])
    expect(store.objects).toEqual([])
    expect(proxy.logged()).toMatch(/"audit":true.*"upload":"refused".*"reason":"object-differs"/)
  })

  it('are refused after their time', async () => {
    const { upload } = await ana.upload()
    proxy.passTime(20 * hour + 1_000)

    expect(await codesOf(await ana.ready(upload))).toEqual([
      'upload-refused',
      'attachments.0.file file-expired',
    ])
  })
})

const bytesAtConnect = async (attachments: readonly { readonly upload: string }[]) => {
  const answer = await proxy.postTo(tasksPath, { ...plainTask, attachments }, token)
  const { contactId } = createdTaskSchema.parse(await answer.json())
  await connect.fetchAttachments(contactId)
  return connect.attachmentsOf(contactId).map(({ bytes }) => bytes && Buffer.from(bytes).toString())
}

describe('a file of a task', () => {
  it('is there for Connect when another window discards it before the task is sent', async () => {
    const { upload } = await ana.upload()
    const { attachments } = await ana.readied(upload)

    expect((await ana.discard(upload)).status).toBe(204)
    expect(await bytesAtConnect(attachments)).toEqual([pdf.toString()])
  })

  it('is reported as missing if it disappears just before it is copied', async () => {
    const { upload } = await ana.upload()
    const test = new EventEmitter()
    const isHeld = once(test, 'held')
    const hold = async () => {
      test.emit('held')
      await once(test, 'let go')
    }
    store.failNext('CopyObject', { kind: 'held', afterBytes: 0, hold })
    const ready = ana.ready(upload)
    await isHeld
    await ana.discard(upload)
    test.emit('let go')

    expect(await codesOf(await ready)).toEqual(['upload-refused', 'attachments.0.file file-expired'])
    expect(store.objects).toEqual([])
  })

  it('can be made ready again, as after a lost answer, and is stored once more only', async () => {
    const { upload } = await ana.upload()
    await ana.readied(upload)
    const { attachments } = await ana.readied(upload)

    expect(store.objects).toHaveLength(2)
    expect(await bytesAtConnect(attachments)).toEqual([pdf.toString()])
  })
})

describe('a file that is discarded', () => {
  it('is deleted, whether it was only sent or accepted, as often as it is asked', async () => {
    const { upload } = await ana.upload()
    const slot = await ana.begin('two.pdf', pdf)
    await put(slot, pdf)

    for (const each of [upload, slot.upload, slot.upload]) expect((await ana.discard(each)).status).toBe(204)
    expect(store.objects).toEqual([])
  })

  it('is deleted, too, when its token has expired', async () => {
    const { upload } = await ana.upload()
    proxy.passTime(20 * hour + 1_000)

    expect((await ana.discard(upload)).status).toBe(204)
    expect(store.objects).toEqual([])
  })

  it('is not deleted for another agent', async () => {
    const { upload } = await ana.upload()

    expect(await codesOf(await ben.discard(upload))).toEqual([
      'upload-refused',
      'attachments.0.file file-refused',
    ])
    proxy.passTime(21 * hour)
    expect((await ben.discard(upload)).status).toBe(422)
    expect(store.objects).toHaveLength(1)
  })
})
