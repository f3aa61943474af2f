import { randomBytes } from 'node:crypto'
import {
  DescribeAttachedFilesConfigurationCommand,
  InvalidRequestException,
  ListContactReferencesCommand,
  StartTaskContactCommand,
} from '@aws-sdk/client-connect'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { instanceId } from '../../instance/instance.ts'
import { presignDownload, storeClient } from '../../store/store-scene.ts'
import { startStoreSimulator } from '../../store/store-simulator.ts'
import { startConnectSimulator } from '../connect-simulator.ts'
import { refusalOf, sdkClient } from '../sdk-client.ts'
import { demoFlows } from '../state/demo-seed.ts'

const connect = await startConnectSimulator()
const store = await startStoreSimulator()
const client = sdkClient(connect)
const s3 = storeClient(store)
const { bucketName } = store
const bytes = randomBytes(70_000)

/** Stores bytes; resolves to a presigned URL of them. */
async function stored(body: Uint8Array, key = 'tasklink/one'): Promise<string> {
  await s3.send(new PutObjectCommand({ Bucket: bucketName, Key: key, Body: body }))
  return presignDownload(s3, bucketName, key)
}

type File = readonly [FileName: string, S3Url: string]

const start = (...files: readonly File[]) =>
  client.send(
    new StartTaskContactCommand({
      InstanceId: instanceId,
      Name: 'Call back',
      ContactFlowId: demoFlows.callbackRequests.flowId,
      Attachments: files.map(([FileName, S3Url]) => ({ FileName, S3Url })),
      ClientToken: 'attempt-1',
    }),
  )

const started = async (...files: readonly File[]) => (await start(...files)).ContactId ?? ''

const settings = () =>
  client.send(
    new DescribeAttachedFilesConfigurationCommand({ InstanceId: instanceId, AttachmentScope: 'TASK' }),
  )

const list = (ContactId: string, ReferenceTypes: ListContactReferencesCommand['input']['ReferenceTypes']) =>
  client.send(new ListContactReferencesCommand({ InstanceId: instanceId, ContactId, ReferenceTypes }))

async function reasonOf(call: Promise<unknown>) {
  const error: unknown = await call.catch((thrown: unknown) => thrown)
  if (!(error instanceof InvalidRequestException)) throw new Error('No InvalidRequestException.')
  return error.Reason?.AttachedFileInvalidRequestExceptionReason
}

beforeEach(() => {
  connect.reset()
  store.reset()
})

afterAll(async () => {
  client.destroy()
  s3.destroy()
  await Promise.all([connect.close(), store.close()])
})

describe('the attachments of a task', () => {
  it('are read from their URLs during the call, byte for byte, without credentials', async () => {
    const contactId = await started(
      ['a.pdf', await stored(bytes)],
      ['b.txt', await stored(new Uint8Array([1]), 'tasklink/two')],
    )

    expect(connect.attachmentsOf(contactId)).toMatchObject([
      { fileName: 'a.pdf', state: 'approved', bytes },
      { fileName: 'b.txt', state: 'approved', bytes: Buffer.from([1]) },
    ])
    const reads = store.received.filter(({ operation }) => operation === 'GetObject')
    expect(reads.map(({ headers }) => headers.has('authorization'))).toEqual([false, false])
  })

  it('can be read after the answer', async () => {
    connect.attachmentFetch = 'after-answer'
    const contactId = await started(['a.pdf', await stored(bytes)])

    await expect.poll(() => connect.attachmentsOf(contactId)).toMatchObject([{ state: 'approved', bytes }])
  })

  it('can be read later, when an expired URL fails alone', async () => {
    connect.attachmentFetch = 'on-command'
    const long = await stored(bytes)
    const short = await presignDownload(s3, bucketName, 'tasklink/one', 60)
    const contactId = await started(['a.pdf', long], ['b.pdf', short])
    expect(connect.attachmentsOf(contactId)).toMatchObject([{ state: 'waiting' }, { state: 'waiting' }])
    store.clockAheadMs = 5 * 60_000
    await connect.fetchAttachments(contactId)

    expect(connect.attachmentsOf(contactId)).toMatchObject([
      { state: 'approved', bytes },
      { state: 'failed', reason: expect.stringContaining('403 AccessDenied') },
    ])
  })

  it('refuse the task if one cannot be read during the call', async () => {
    const url = await stored(bytes)
    store.remove('tasklink/one')

    expect(await refusalOf(start(['a.pdf', url]))).toMatchObject({
      name: 'InvalidRequestException',
      message: 'An attachment could not be read from its S3Url: S3 answered 404 NoSuchKey.',
    })
    expect(connect.tasks).toEqual([])
  })

  it('belong to one task, however often the call comes while they are read', async () => {
    const url = await stored(bytes)
    const ids = await Promise.all([started(['a.pdf', url]), started(['a.pdf', url])])

    expect(new Set(ids)).toHaveProperty('size', 1)
    expect(connect.tasks).toHaveLength(1)
  })

  it.each([
    ['a line break in the name', 'a\n.pdf', 'INVALID_FILE_NAME'],
    ['a right-to-left override in the name', 'a\u202Efdp.exe', 'INVALID_FILE_NAME'],
    ['an extension that is not allowed', 'a.exe', 'INVALID_FILE_TYPE'],
    ['no extension', 'pdf', 'INVALID_FILE_TYPE'],
  ])('are refused with a reason for %s', async (_what, name, reason) => {
    expect(await reasonOf(start([name, await stored(bytes)]))).toBe(reason)
    expect(connect.tasks).toEqual([])
  })

  it('are allowed up to the limit of the instance, and one byte more is refused with a reason', async () => {
    connect.attachmentSettings = { extensions: ['pdf'], byteLimit: 70_000 }
    const more = await stored(randomBytes(70_001), 'tasklink/more')
    const none = await stored(new Uint8Array(), 'tasklink/none')

    expect(await reasonOf(start(['a.pdf', more]))).toBe('INVALID_FILE_SIZE')
    expect(await reasonOf(start(['a.pdf', none]))).toBe('INVALID_FILE_SIZE')
    expect(connect.attachmentsOf(await started(['A.PDF', await stored(bytes)]))).toHaveLength(1)
  })
})

describe('DescribeAttachedFilesConfiguration', () => {
  it('answers the defaults until an administrator changes them', async () => {
    const { AttachedFilesConfiguration } = await settings()
    expect(AttachedFilesConfiguration).toMatchObject({
      AttachmentScope: 'TASK',
      MaximumSizeLimitInBytes: 20_971_520,
    })
    expect(AttachedFilesConfiguration?.ExtensionConfiguration?.AllowedExtensions).toHaveLength(18)
    connect.attachmentSettings = { extensions: ['pdf'], byteLimit: 1_048_576 }

    expect((await settings()).AttachedFilesConfiguration).toMatchObject({
      MaximumSizeLimitInBytes: 1_048_576,
      ExtensionConfiguration: { AllowedExtensions: [{ Extension: 'pdf' }] },
    })
  })
})

describe('ListContactReferences', () => {
  it('lists the files of a task and references of the types asked for', async () => {
    const contactId = await started(['a.pdf', await stored(bytes)])
    expect((await list(contactId, ['ATTACHMENT', 'URL'])).ReferenceSummaryList).toMatchObject([
      { Attachment: { Name: 'a.pdf', Status: 'APPROVED' } },
    ])
    connect.setReferences(contactId, [
      { name: 'Order', type: 'URL', value: 'https://orders.example.com/1' },
      { name: 'Message', type: 'EMAIL_MESSAGE', arn: 'arn:aws:connect:one' },
      { name: 'Weight', type: 'NUMBER', value: '2' },
    ])

    expect((await list(contactId, ['URL', 'EMAIL_MESSAGE'])).ReferenceSummaryList).toEqual([
      { Url: { Name: 'Order', Value: 'https://orders.example.com/1' } },
      { EmailMessage: { Name: 'Message', Arn: 'arn:aws:connect:one' } },
    ])
  })

  it('takes one to six types', async () => {
    const contactId = await started(['a.pdf', await stored(bytes)])
    const seven = list(contactId, ['URL', 'DATE', 'EMAIL', 'NUMBER', 'STRING', 'ATTACHMENT', 'EMAIL_MESSAGE'])

    expect(await refusalOf(seven)).toMatchObject({ name: 'InvalidParameterException' })
    expect(await refusalOf(list(contactId, []))).toMatchObject({ name: 'InvalidParameterException' })
    expect(await refusalOf(list('unknown', ['URL']))).toMatchObject({ name: 'ResourceNotFoundException' })
  })
})
