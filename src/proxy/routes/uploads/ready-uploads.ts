import { readyAttachmentsSchema, readyUploadsSchema } from '../../../contract/uploads/uploads.ts'
import { readyUploadsPath } from '../../../contract/uploads/upload-paths.ts'
import { anyProblem, bearer, problemDescribed, schemaContent } from '../../http/openapi.ts'
import { checkBodyHeaders, readJson } from '../../http/request-body.ts'
import type { Route } from '../route.ts'
import { auditRefusal, uploadsOf } from './uploading.ts'

export const readyUploadsRoute: Route = {
  method: 'post',
  path: readyUploadsPath,
  openApi: {
    operation: {
      summary:
        'Makes accepted files ready for one task, just before the task is sent the first time. Every send of this task carries the same answer.',
      ...bearer,
      requestBody: { required: true, content: schemaContent('ReadyUploads') },
      responses: {
        200: {
          description: 'What the task carries, in the order of the request, and until when.',
          content: schemaContent('ReadyAttachments'),
        },
        422: problemDescribed('A file is gone, or is not the agent’s; each issue names one.'),
        ...anyProblem,
      },
    },
    schemas: { ReadyUploads: readyUploadsSchema, ReadyAttachments: readyAttachmentsSchema },
  },
  async handle(context, parts) {
    checkBodyHeaders(context.req.raw.headers)
    const { userId } = await parts.verifiedAgent(context)
    const uploads = uploadsOf(parts)
    const asked = await readJson(context.req.raw, readyUploadsSchema)
    const ready = await uploads.ready({ userId }, asked.uploads).catch((error: unknown) => {
      auditRefusal(context, parts, userId, error)
      throw error
    })
    return context.json(ready)
  },
}
