import { StartTaskContactCommand } from '@aws-sdk/client-connect'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { tasksPath } from '../contract/tasks/task-paths.ts'
import { wireIssue } from '../contract/problems/wire-issue.ts'
import { uploadsPath } from '../contract/uploads/upload-paths.ts'
import { defaultAttachmentLimits } from '../core/fields/attachments/attachment-limits.ts'
import { fileIssues } from '../core/fields/attachments/attachment-issues.ts'
import { plainTask, problemOf } from '../proxy/harness/proxy-scene.ts'
import { announced, startUploadScene, uploader } from '../proxy/harness/upload-scene.ts'
import { sdkClient } from '../simulators/connect/sdk-client.ts'
import { instanceId, region } from '../simulators/instance/instance.ts'

const { connect, store, token, uploadProxy, close } = await startUploadScene()
const client = sdkClient(connect)
const s3 = new S3Client({
  endpoint: store.url,
  region,
  credentials: store.credentials,
  forcePathStyle: true,
  requestChecksumCalculation: 'WHEN_REQUIRED',
})

/** An instance that allows small files, so that the limit can be reached with few bytes. */
const limits = { ...defaultAttachmentLimits, byteLimit: 2_000 }
const text = (bytes: number) => Buffer.from('x'.repeat(bytes))

interface FileCase {
  readonly rule: string
  readonly name: string
  readonly bytes?: number
}

interface RefusedFile extends FileCase {
  readonly code: string
  /** The status that Connect answers. 200 means that Tasklink is stricter than Connect. */
  readonly connect: 200 | 400
  /** The reason why Tasklink refuses a file that Connect takes. */
  readonly because?: string
}

const accepted: readonly FileCase[] = [
  { rule: 'One byte is a file.', name: 'notes.txt', bytes: 1 },
  { rule: 'A file may have exactly as many bytes as the limit.', name: 'notes.txt', bytes: 2_000 },
  { rule: 'The extension may be in capitals.', name: 'NOTES.TXT' },
  { rule: 'A name may have 256 characters.', name: `${'n'.repeat(252)}.txt` },
  { rule: 'An emoji is one character of a name.', name: `${'👍'.repeat(252)}.txt` },
  { rule: 'A name may be in any script.', name: 'Rechnung für 日本 (2) & Co. – final.txt' },
]

const refused: readonly RefusedFile[] = [
  { rule: 'No bytes are no file.', name: 'notes.txt', bytes: 0, code: 'file-empty', connect: 400 },
  {
    rule: 'A file must not have one byte more than the limit.',
    name: 'notes.txt',
    bytes: 2_001,
    code: 'file-too-large',
    connect: 400,
  },
  {
    rule: 'A name must not have 257 characters.',
    name: `${'n'.repeat(253)}.txt`,
    code: 'file-name-too-long',
    connect: 400,
  },
  {
    rule: 'An extension must be one that the instance allows.',
    name: 'setup.exe',
    code: 'file-type-not-allowed',
    connect: 400,
  },
  { rule: 'A name must have an extension.', name: 'notes', code: 'file-extension-missing', connect: 400 },
  {
    rule: 'A name must not turn its direction to hide its extension.',
    name: 'invoice\u202Etxt.exe.txt',
    code: 'file-name-invalid',
    connect: 400,
  },
  { rule: 'A name must not have a line break.', name: 'a\nb.txt', code: 'file-name-invalid', connect: 400 },
  {
    rule: 'A name must not be a path.',
    name: '../notes.txt',
    code: 'file-name-invalid',
    connect: 200,
    because: 'A program that stores the file would leave its folder.',
  },
]

const bytesOf = ({ bytes = 20 }: FileCase) => text(bytes)

const codeOfCore = ({ name, bytes = 20 }: FileCase) =>
  fileIssues({ name, bytes }, {}, { limits }).map((issue) => wireIssue(issue).code)

/** Sends a file to Connect without any check by Tasklink; resolves to Connect's status. */
async function statusOfConnect(file: FileCase): Promise<number | undefined> {
  const object = { Bucket: store.bucketName, Key: 'tasklink/unchecked' }
  await s3.send(new PutObjectCommand({ ...object, Body: bytesOf(file) }))
  const S3Url = await getSignedUrl(s3, new GetObjectCommand(object))
  const ContactFlowId = plainTask.destination.flowId
  const task = { InstanceId: instanceId, Name: plainTask.name, ContactFlowId }
  const attached = { ...task, Attachments: [{ FileName: file.name, S3Url }] }
  await client.send(new StartTaskContactCommand(attached)).catch(() => undefined)
  return connect.received.at(-1)?.status
}

const byRule = <Case extends FileCase>(cases: readonly Case[]) =>
  cases.map((each) => [each.rule, each] as const)

beforeEach(() => {
  connect.reset()
  store.reset()
  connect.attachmentSettings = limits
})

afterAll(async () => {
  client.destroy()
  s3.destroy()
  await close()
})

describe('a file', () => {
  it.each(byRule(accepted))('%s', async (_rule, file) => {
    expect(codeOfCore(file)).toEqual([])
    expect(await statusOfConnect(file)).toBe(200)
    connect.reset()
    connect.attachmentSettings = limits
    const proxy = uploadProxy()
    const ana = uploader(proxy, token)
    const { upload } = await ana.upload(file.name, bytesOf(file))
    const { attachments } = await ana.readied(upload)
    const response = await proxy.postTo(tasksPath, { ...plainTask, attachments }, token)

    expect(response.status).toBe(201)
    expect(connect.tasks.map(({ contactId }) => connect.attachmentsOf(contactId))).toMatchObject([
      [{ fileName: file.name, state: 'approved', bytes: bytesOf(file) }],
    ])
  })

  it.each(byRule(refused))('%s', async (_rule, file) => {
    const { code, connect: status } = file
    expect(codeOfCore(file)).toEqual([code])
    expect(await statusOfConnect(file)).toBe(status)
    const response = await uploadProxy().postTo(uploadsPath, announced(file.name, bytesOf(file)), token)

    expect(await problemOf(response)).toMatchObject({ status: 422, issues: [{ code }] })
    expect(store.objects.map(({ key }) => key)).toEqual(['tasklink/unchecked'])
  })

  it('gives a reason exactly where Tasklink is stricter than Connect', () => {
    const wrong = refused.filter(
      ({ connect: status, because }) => (status === 200) !== (because !== undefined),
    )

    expect(wrong).toEqual([])
  })
})

describe('the files of one task', () => {
  it('are five at most, for the proxy and for Connect', async () => {
    const proxy = uploadProxy()
    const ana = uploader(proxy, token)
    const { upload } = await ana.upload('notes.txt', text(20))
    const six = Array.from({ length: 6 }, () => upload)

    expect((await ana.ready(...six)).status).toBe(400)
    const url = 'https://bucket.example/notes.txt'
    const attachments = six.map(() => ({ FileName: 'notes.txt', S3Url: url }))
    const task = { InstanceId: instanceId, Name: 'x', ContactFlowId: plainTask.destination.flowId }
    await client
      .send(new StartTaskContactCommand({ ...task, Attachments: attachments }))
      .catch(() => undefined)
    expect(connect.received.at(-1)?.status).toBe(400)
  })
})
