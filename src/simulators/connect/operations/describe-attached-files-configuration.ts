import { instanceId } from '../../instance/instance.ts'
import { defaultRate, operation } from '../operation.ts'
import { requireThisInstance } from '../state/instance-state.ts'
import { asChoice } from '../wire/wire-members.ts'

export const describeAttachedFilesConfiguration = operation({
  name: 'DescribeAttachedFilesConfiguration',
  method: 'GET',
  path: '/attached-files-configurations/{InstanceId}/{AttachmentScope}',
  rate: defaultRate,
  answer: ({ labels }, { attachmentSettings }) => {
    requireThisInstance(labels.get('InstanceId'))
    const scope = asChoice(labels.get('AttachmentScope'), 'AttachmentScope', [
      'EMAIL',
      'CHAT',
      'CASE',
      'TASK',
    ] as const)
    return {
      AttachedFilesConfiguration: {
        InstanceId: instanceId,
        AttachmentScope: scope,
        MaximumSizeLimitInBytes: attachmentSettings.byteLimit,
        ExtensionConfiguration: {
          AllowedExtensions: attachmentSettings.extensions.map((Extension) => ({ Extension })),
        },
      },
    }
  },
})
