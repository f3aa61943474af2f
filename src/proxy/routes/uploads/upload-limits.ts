import { uploadLimitsPath } from '../../../contract/uploads/upload-paths.ts'
import { uploadLimitsSchema, type UploadLimits } from '../../../contract/uploads/uploads.ts'
import { limitsUnder } from '../../../core/fields/attachments/attachment-limits.ts'
import { attachmentsAccess, mostAttachments } from '../../../core/fields/attachments/attachments-rule.ts'
import type { AttachmentLimits } from '../../../core/fields/attachments/attachment.ts'
import { bearer, reading } from '../../http/openapi.ts'
import type { Policy } from '../../policy/policies.ts'
import type { Route } from '../route.ts'

/** Connect's limits, narrowed by the policy. */
function limitsFor({ fields = {} }: Policy, limits: AttachmentLimits): UploadLimits {
  const { byteLimit, extensions } = limitsUnder(limits, fields.attachments)
  if (extensions.length === 0) return { available: false, reason: 'forbidden' }
  return { available: true, byteLimit, extensions: [...extensions], mostFiles: mostAttachments(fields) }
}

export const uploadLimitsRoute: Route = {
  method: 'get',
  path: uploadLimitsPath,
  openApi: {
    operation: {
      ...reading('Whether a task can have files: how many, how large and of which types.', 'UploadLimits'),
      ...bearer,
    },
    schemas: { UploadLimits: uploadLimitsSchema },
  },
  async handle(context, { verifiedAgent, uploads, attachmentLimits }) {
    const { policy } = await verifiedAgent(context)
    if (!uploads) return context.json({ available: false, reason: 'not-configured' } satisfies UploadLimits)
    // Nothing is asked of Connect for an agent who cannot have files.
    if (attachmentsAccess(policy.fields ?? {}) === 'hidden') {
      return context.json({ available: false, reason: 'forbidden' } satisfies UploadLimits)
    }
    return context.json(limitsFor(policy, await attachmentLimits.find()))
  },
}
