import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it, vi } from 'vitest'
import { instanceArn } from '../../simulators/instance/instance.ts'
import { iamPolicy, placeholderArn } from './iam-policy.ts'

/** These tests start whole processes, which is slow on a busy machine. */
vi.setConfig({ testTimeout: 30_000 })

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const read = (relative: string) => readFileSync(path(relative), 'utf8')

const actionsOf = ({ Statement }: ReturnType<typeof iamPolicy>) => Statement.flatMap(({ Action }) => Action)

/** The operations for which this folder imports the SDK: `FooCommand`, `paginateFoo`. */
function actionsOfCode(): string[] {
  const files = readdirSync(path('.'), { recursive: true, encoding: 'utf8' })
  const imported = files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => /import \{[^}]*\} from '@aws-sdk\/client-connect'/.exec(read(file))?.[0])
  const operations = imported.join('\n').matchAll(/\b(?:paginate([A-Z]\w+)|([A-Z]\w+)Command)\b/g)
  return Array.from(operations, ([, paged, single]) => `connect:${paged ?? single}`)
}

describe('the policy of the proxy’s role', () => {
  it('allows exactly what the proxy calls, each in one statement', () => {
    const policy = iamPolicy(placeholderArn, { sendsMessages: true })

    expect(actionsOf(policy).toSorted()).toEqual(actionsOfCode().toSorted())
  })

  it('is the one in the operators’ README', () => {
    const [, block = ''] = /```json\n(\{\n {2}"Version"[\s\S]*?)```/.exec(read('../README.md')) ?? []

    // Compare without white space: the README has its own line breaks.
    expect(JSON.stringify(JSON.parse(block))).toBe(JSON.stringify(iamPolicy(placeholderArn)))
  })

  it('is, for a bucket, the one in the operators’ README', () => {
    const [, block = ''] =
      /```json\n(\[\n {2}\{\n {4}"Sid": "StoreFiles"[\s\S]*?)```/.exec(read('../README.md')) ?? []
    const { Statement } = iamPolicy(placeholderArn, { bucket: 'BUCKET' })

    expect(JSON.parse(block)).toEqual(Statement.slice(iamPolicy(placeholderArn).Statement.length))
  })

  it('is, for messages, the one in the operators’ README', () => {
    const [, block = ''] =
      /```json\n(\[\n {2}\{\n {4}"Sid": "SendMessages"[\s\S]*?)```/.exec(read('../README.md')) ?? []
    const { Statement } = iamPolicy(placeholderArn, { sendsMessages: true })

    expect(JSON.parse(block)).toEqual(Statement.slice(iamPolicy(placeholderArn).Statement.length))
  })

  it('allows no message to a proxy that sends none', () => {
    expect(actionsOf(iamPolicy(placeholderArn)).join()).not.toMatch(/StartOutboundChat|PhoneNumbers/)
  })

  it('allows messages only as SMS or WhatsApp, and only from numbers of the account', () => {
    const { Statement } = iamPolicy('arn:aws-cn:connect:cn-north-1:111122223333:instance/abc', {
      sendsMessages: true,
    })
    const [sending, listing] = Statement.slice(-2)

    expect(sending).toMatchObject({
      Resource: expect.arrayContaining(['arn:aws-cn:connect:cn-north-1:111122223333:phone-number/*']),
      Condition: { StringEquals: { 'connect:Subtype': ['connect:SMS', 'connect:WhatsApp'] } },
    })
    expect(listing?.Resource).toBe('arn:aws-cn:connect:cn-north-1:111122223333:phone-number/*')
  })

  it('keeps to the bucket and to the folder of the instance in it', () => {
    const { Statement } = iamPolicy('arn:aws-cn:connect:cn-north-1:111122223333:instance/abc', {
      bucket: 'uploads',
    })

    expect(Statement.slice(-2).map(({ Action, Resource }) => [Action, Resource])).toEqual([
      [['s3:PutObject', 's3:GetObject', 's3:DeleteObject'], 'arn:aws-cn:s3:::uploads/tasklink/abc/*'],
      ['s3:ListBucket', 'arn:aws-cn:s3:::uploads'],
    ])
  })

  it('names only resources of the instance, and no action by a pattern', () => {
    const { Statement } = iamPolicy(instanceArn)

    for (const resource of Statement.flatMap(({ Resource }) => Resource)) {
      expect(resource.replace(instanceArn, '')).toMatch(/^(\/[a-z-]+\/\*)?$/)
    }
    expect(actionsOf(iamPolicy(instanceArn)).join()).not.toContain('*')
  })
})

const run = promisify(execFile)

const print = (environment: Readonly<Record<string, string>>) =>
  run(process.execPath, ['--import', 'tsx', path('../hosts/node/print-iam-policy.ts')], {
    env: { PATH: process.env['PATH'], ...environment },
  })

describe('npm run iam-policy', () => {
  it('prints it for the instance and the bucket of the environment', async () => {
    const { stdout } = await print({ CONNECT_INSTANCE_ARN: instanceArn, ATTACHMENTS_BUCKET: 'uploads' })

    expect(JSON.parse(stdout)).toEqual(iamPolicy(instanceArn, { bucket: 'uploads' }))
  })

  it('prints it with placeholders where the environment names no instance, and with messages where it has the secret for numbers', async () => {
    const { stdout } = await print({ NUMBER_HASH_SECRET: 'marked' })

    expect(JSON.parse(stdout)).toEqual(iamPolicy(placeholderArn, { sendsMessages: true }))
  })

  it('prints no policy for a wrong ARN, and does not repeat it', async () => {
    const printing = print({ CONNECT_INSTANCE_ARN: 'arn:aws:connect:marked' })

    await expect(printing).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.not.stringContaining('marked'),
    })
  })
})
