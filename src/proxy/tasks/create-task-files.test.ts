import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { createdTaskSchema } from '../../contract/tasks/tasks.ts'
import type { AttachmentsRule } from '../../core/fields/attachments/attachments-rule.ts'
import type { ProxyHarness } from '../harness/proxy-harness.ts'
import { plainTask, problemOf } from '../harness/proxy-scene.ts'
import { pdf, startUploadScene, uploader } from '../harness/upload-scene.ts'

const scene = await startUploadScene()
const { connect, store, token, bensToken } = scene
const hour = 60 * 60_000
const png = Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001', 'hex')

let proxy: ProxyHarness
let ana: ReturnType<typeof uploader>

beforeEach(() => {
  connect.reset()
  store.reset()
  proxy = scene.uploadProxy()
  ana = uploader(proxy, token)
})

afterAll(scene.close)

const sentSchema = z.object({
  Attachments: z.optional(z.array(z.strictObject({ FileName: z.string(), S3Url: z.string() }))),
})

const starts = () => connect.received.filter(({ operation }) => operation === 'StartTaskContact')
const attachmentsSent = () => sentSchema.parse(JSON.parse(starts().at(-1)?.body ?? '{}')).Attachments

/** The tokens of files that are ready for a task. */
async function ready(...files: readonly (readonly [name: string, bytes: Uint8Array])[]) {
  const uploads = []
  // One after the other, so that the order is that of the request.
  // oxlint-disable-next-line no-await-in-loop
  for (const [name, bytes] of files) uploads.push((await ana.upload(name, bytes)).upload)
  return (await ana.readied(...uploads)).attachments
}

const create = (attachments: unknown, by = token) => proxy.post({ ...plainTask, attachments }, by)

const codesOf = async (response: Response) => {
  const { code, outcome, issues = [] } = await problemOf(response)
  expect(outcome).toBe('not-created')
  return [code, ...issues.map((issue) => `${issue.field} ${issue.code}`)]
}

const allowing = (attachments: AttachmentsRule) =>
  scene.uploadProxy({ policyFile: { policies: [{ name: 'All', fields: { attachments } }] } })

describe('a task with files', () => {
  it('gives Connect each file by its name and an address that has its bytes', async () => {
    const response = await create(await ready(['Rechnung für Ærø 日本.pdf', pdf], ['photo.PNG', png]))

    const { contactId } = createdTaskSchema.parse(await response.json())
    expect(response.status).toBe(201)
    expect(attachmentsSent()?.map(({ FileName }) => FileName)).toEqual([
      'Rechnung für Ærø 日本.pdf',
      'photo.PNG',
    ])
    expect(connect.attachmentsOf(contactId).map(({ bytes }) => bytes && Buffer.from(bytes))).toEqual([
      pdf,
      png,
    ])
  })

  it('is created once, and answered also after its files have expired', async () => {
    const attachments = await ready(['invoice.pdf', pdf])
    const first = await create(attachments)
    proxy.passTime(2 * hour)
    const second = await create(attachments)

    expect(await second.json()).toEqual(await first.json())
    expect(starts()).toHaveLength(1)
  })

  it('is not created with files that have expired', async () => {
    const attachments = await ready(['invoice.pdf', pdf])
    proxy.passTime(2 * hour)

    expect(await codesOf(await create(attachments))).toEqual([
      'upload-refused',
      'attachments.0.file file-expired',
    ])
    expect(starts()).toEqual([])
  })

  it('sends no member for an empty list', async () => {
    await create([])

    expect(starts().at(-1)?.body).not.toContain('Attachments')
  })

  it('is not created with the files of another agent', async () => {
    const attachments = await ready(['invoice.pdf', pdf])

    expect(await codesOf(await create(attachments, bensToken))).toEqual([
      'upload-refused',
      'attachments.0.file file-refused',
    ])
  })

  it('is not created with a file that was only uploaded', async () => {
    const { upload } = await ana.upload()

    expect(await codesOf(await create([{ upload }]))).toEqual([
      'upload-refused',
      'attachments.0.file file-refused',
    ])
  })

  it.each([
    ['an address', { upload: 'https://elsewhere.example/invoice.pdf' }],
    ['a key', { upload: 'tasklink/instance/key' }],
  ])('is not created with %s for a token', async (_, entry) => {
    expect(await codesOf(await create([entry]))).toEqual([
      'upload-refused',
      'attachments.0.file file-refused',
    ])
  })

  it.each([
    ['an address', [{ upload: 'x', S3Url: 'https://elsewhere.example/invoice.pdf' }]],
    ['a name', [{ upload: 'x', name: 'invoice.pdf' }]],
    ['no token', [{}]],
    ['33 tokens', Array.from({ length: 33 }, () => ({ upload: 'x' }))],
  ])('is not read with %s in its body', async (_, attachments) => {
    expect(await codesOf(await create(attachments))).toEqual(['malformed'])
    expect(starts()).toEqual([])
  })

  it('has a file once', async () => {
    const [file] = await ready(['invoice.pdf', pdf])

    expect(await codesOf(await create([file, file]))).toEqual(['invalid', 'attachments.1.file file-repeated'])
  })

  it('has five files at most', async () => {
    const five = await ready(
      ...Array.from({ length: 5 }, (_, index) => [`invoice ${index}.pdf`, pdf] as const),
    )
    const sixth = await ready(['invoice 6.pdf', pdf])

    expect(await codesOf(await create([...five, ...sixth]))).toEqual([
      'invalid',
      'attachments attachments-too-many',
    ])
    expect((await create(five)).status).toBe(201)
    expect(attachmentsSent()).toHaveLength(5)
  })

  it('is not created at a proxy without a bucket', async () => {
    const attachments = await ready(['invoice.pdf', pdf])
    proxy = scene.newProxy()

    expect((await codesOf(await create(attachments)))[0]).toBe('upload-refused')
  })
})

describe('the policy of today', () => {
  it.each<[string, AttachmentsRule, string]>([
    ['forbids files', { isHidden: true }, 'attachments attachments-not-allowed'],
    ['allows other types', { extensions: ['png'] }, 'attachments.0.file file-type-not-allowed'],
    ['allows smaller ones', { byteLimit: 10 }, 'attachments.0.file file-too-large'],
  ])('counts for files that were uploaded before, where it %s', async (_, rule, issue) => {
    const attachments = await ready(['invoice.pdf', pdf])
    proxy = allowing(rule)

    expect(await codesOf(await create(attachments))).toEqual(['invalid', issue])
  })

  it('may ask for a file', async () => {
    proxy = allowing({ isRequired: true })

    expect(await codesOf(await proxy.post(plainTask, token))).toEqual([
      'invalid',
      'attachments field-required',
    ])
  })
})

describe('files that Connect refuses', () => {
  it('are named with its reason, and nothing was created', async () => {
    const attachments = await ready(['invoice.pdf', pdf])
    connect.attachmentSettings = { ...connect.attachmentSettings, extensions: ['png'] }

    expect(await codesOf(await create(attachments))).toEqual([
      'upload-refused',
      'attachments file-type-refused',
    ])
  })
})

describe('the audit of a task with files', () => {
  it('has their ids and sizes, and no name, address or token', async () => {
    const attachments = await ready(['secret name.pdf', pdf])
    const before = proxy.logged().length
    await create(attachments)
    const lines = proxy.logged().slice(before)

    const [uploadId = ''] = store.objects.map(({ key }) => key.split('/').at(-1) ?? '')
    expect(lines).toContain(
      JSON.stringify({ attachments: [{ uploadId, bytes: pdf.byteLength }] }).slice(1, -1),
    )
    expect(lines).not.toContain('secret name')
    expect(lines).not.toContain('X-Amz')
    for (const { upload } of attachments) expect(lines).not.toContain(upload)
  })

  it('names a file whose token is refused, by its id and size, and who has sent it', async () => {
    const [file] = await ready(['secret name.pdf', pdf])
    const [object] = store.objects
    proxy.passTime(46 * 60_000)
    await create([file])
    await create([file], bensToken)

    const refusals = proxy
      .logged()
      .split('\n')
      .flatMap((line): unknown[] => (line.includes('"upload":"refused"') ? [JSON.parse(line)] : []))
    const refused = { audit: true, uploadId: object?.key.split('/').at(-1), bytes: pdf.byteLength }
    expect(refusals).toMatchObject([
      { ...refused, reason: 'token-expired' },
      { ...refused, reason: 'token-of-another-agent' },
    ])
    expect(JSON.stringify(refusals)).not.toContain('secret name')
  })
})
