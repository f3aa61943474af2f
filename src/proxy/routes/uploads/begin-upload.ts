import { beginUploadSchema, uploadSlotSchema } from '../../../contract/uploads/uploads.ts'
import { uploadsPath } from '../../../contract/uploads/upload-paths.ts'
import { fileIssues } from '../../../core/fields/attachments/attachment-issues.ts'
import { attachmentsAccess } from '../../../core/fields/attachments/attachments-rule.ts'
import { anyProblem, bearer, problemDescribed, schemaContent } from '../../http/openapi.ts'
import { checkBodyHeaders, readJson } from '../../http/request-body.ts'
import { uploadNotAllowed } from '../../uploads/upload-refusal.ts'
import type { Route } from '../route.ts'
import { uploading, uploadsOf } from './uploading.ts'

export const beginUploadRoute: Route = {
  method: 'post',
  path: uploadsPath,
  openApi: {
    operation: {
      summary: 'A slot for one file: an address to which the browser sends exactly these bytes.',
      ...bearer,
      requestBody: { required: true, content: schemaContent('BeginUpload') },
      responses: {
        200: {
          description: 'The address, and the headers that the PUT must have.',
          content: schemaContent('UploadSlot'),
        },
        422: problemDescribed('The file is not allowed: its name, size or type, or any file.'),
        ...anyProblem,
      },
    },
    schemas: { BeginUpload: beginUploadSchema, UploadSlot: uploadSlotSchema },
  },
  async handle(context, parts) {
    checkBodyHeaders(context.req.raw.headers)
    const { userId, policy } = await parts.verifiedAgent(context)
    const uploads = uploadsOf(parts)
    const file = await readJson(context.req.raw, beginUploadSchema)
    const rules = policy.fields ?? {}
    if (attachmentsAccess(rules) === 'hidden') {
      throw uploadNotAllowed([{ field: 'attachments', code: 'attachments-not-allowed' }])
    }
    const limits = await parts.attachmentLimits.find()
    const issues = fileIssues(file, rules, { limits })
    if (issues.length > 0) throw uploadNotAllowed(issues)
    parts.uploadTurns.take(userId, file.bytes)
    const { answer } = await uploading(context, parts, { agentId: userId, upload: 'begun' }, () =>
      uploads.begin({ userId }, file),
    )
    return context.json(answer)
  },
}
