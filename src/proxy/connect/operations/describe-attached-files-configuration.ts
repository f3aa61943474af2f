import { DescribeAttachedFilesConfigurationCommand } from '@aws-sdk/client-connect'
import type { AttachmentLimits } from '../../../core/fields/attachments/attachment.ts'
import { defaultAttachmentLimits } from '../../../core/fields/attachments/attachment-limits.ts'
import { operation } from '../operation.ts'

/** Which files an administrator of Connect allows for tasks. */
export const describeAttachedFilesConfiguration = operation({
  name: 'DescribeAttachedFilesConfiguration',
  rate: { perSecond: 2, burst: 5 },
  writes: false,
  iam: { statement: 'KnowFileLimits', resources: ['instance'] },
  async ask({ client, instanceId, inTurn }, _question: void): Promise<AttachmentLimits> {
    const command = new DescribeAttachedFilesConfigurationCommand({
      InstanceId: instanceId,
      AttachmentScope: 'TASK',
    })
    const { AttachedFilesConfiguration: limits } = await client.send(inTurn(command))
    const extensions = limits?.ExtensionConfiguration?.AllowedExtensions?.flatMap(({ Extension }) =>
      Extension ? [Extension.toLowerCase()] : [],
    )
    return {
      byteLimit: limits?.MaximumSizeLimitInBytes ?? defaultAttachmentLimits.byteLimit,
      extensions: extensions ?? defaultAttachmentLimits.extensions,
    }
  },
})
