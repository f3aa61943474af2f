import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { uploadLimitsPath } from '../../../contract/uploads/upload-paths.ts'
import { uploadLimitsSchema } from '../../../contract/uploads/uploads.ts'
import { defaultAttachmentLimits } from '../../../core/fields/attachments/attachment-limits.ts'
import type { AttachmentsRule } from '../../../core/fields/attachments/attachments-rule.ts'
import type { ProxyHarness } from '../../harness/proxy-harness.ts'
import { startUploadScene } from '../../harness/upload-scene.ts'

const scene = await startUploadScene()
const { connect, token } = scene
let proxy: ProxyHarness

beforeEach(() => {
  connect.reset()
  proxy = scene.uploadProxy()
})

afterAll(scene.close)

const limits = async () => uploadLimitsSchema.parse(await (await proxy.get(uploadLimitsPath, token)).json())

const asked = () =>
  connect.received.filter(({ operation }) => operation === 'DescribeAttachedFilesConfiguration')

const under = (attachments: AttachmentsRule) =>
  scene.uploadProxy({ policyFile: { policies: [{ name: 'All', fields: { attachments } }] } })

const denied = { kind: 'error', status: 403, type: 'AccessDeniedException' } as const

describe('the limits of files', () => {
  it('are those that an administrator has set in Connect, in lower case', async () => {
    connect.attachmentSettings = { byteLimit: 7, extensions: ['PDF', 'dwg'] }

    expect(await limits()).toEqual({
      available: true,
      byteLimit: 7,
      extensions: ['pdf', 'dwg'],
      mostFiles: 5,
    })
  })

  it('are asked of Connect once in five minutes', async () => {
    await limits()
    await limits()
    expect(asked()).toHaveLength(1)

    proxy.passTime(5 * 60_000 + 1)
    await limits()
    expect(asked()).toHaveLength(2)
  })

  it('are the documented ones while Connect cannot be asked, and the log names the IAM action once', async () => {
    connect.failNext('DescribeAttachedFilesConfiguration', denied, 9)

    const [first, second] = [await limits(), await limits()]
    expect(first).toEqual({ available: true, ...defaultAttachmentLimits, mostFiles: 5 })
    expect(second).toEqual(first)
    const lines = proxy.logged().split('Allow the IAM action connect:DescribeAttachedFilesConfiguration')
    expect(lines).toHaveLength(2)
  })

  it('stay as they were for a while when Connect fails later', async () => {
    connect.attachmentSettings = { byteLimit: 7, extensions: ['pdf'] }
    const before = await limits()
    connect.failNext('DescribeAttachedFilesConfiguration', denied, 9)
    proxy.passTime(6 * 60_000)

    expect(await limits()).toEqual(before)
  })

  it('are narrowed by the policy, and never widened', async () => {
    proxy = under({ mostFiles: 2, byteLimit: 50 * 1_048_576, extensions: ['png', 'exe'] })

    expect(await limits()).toEqual({
      available: true,
      byteLimit: defaultAttachmentLimits.byteLimit,
      extensions: ['png'],
      mostFiles: 2,
    })
  })

  it.each<AttachmentsRule>([
    { isHidden: true },
    { mostFiles: 0 },
    { extensions: [] },
    { extensions: ['exe'] },
  ])('are that files are forbidden under %j', async (rule) => {
    proxy = under(rule)

    expect(await limits()).toEqual({ available: false, reason: 'forbidden' })
  })

  it('without a bucket say that files are off, and Connect is not asked', async () => {
    proxy = scene.newProxy()

    expect(await limits()).toEqual({ available: false, reason: 'not-configured' })
    expect(asked()).toEqual([])
  })

  it('are not sent to a caller without a token', async () => {
    expect((await proxy.get(uploadLimitsPath)).status).toBe(401)
  })
})
