import { oneUploadSchema, storedUploadSchema } from '../../../contract/uploads/uploads.ts'
import { completeUploadPath } from '../../../contract/uploads/upload-paths.ts'
import { anyProblem, bearer, problemDescribed, schemaContent } from '../../http/openapi.ts'
import { checkBodyHeaders, readJson } from '../../http/request-body.ts'
import type { Route } from '../route.ts'
import { uploading, uploadsOf } from './uploading.ts'

export const completeUploadRoute: Route = {
  method: 'post',
  path: completeUploadPath,
  openApi: {
    operation: {
      summary: 'Verifies a file that the browser has sent to its slot. May be asked again.',
      ...bearer,
      requestBody: { required: true, content: schemaContent('OneUpload') },
      responses: {
        200: { description: 'The file is accepted.', content: schemaContent('StoredUpload') },
        422: problemDescribed(
          'The file is not in its slot, is another one than was announced, or its content contradicts its name. In the last two cases it is deleted.',
        ),
        ...anyProblem,
      },
    },
    schemas: { OneUpload: oneUploadSchema, StoredUpload: storedUploadSchema },
  },
  async handle(context, parts) {
    checkBodyHeaders(context.req.raw.headers)
    const { userId } = await parts.verifiedAgent(context)
    const uploads = uploadsOf(parts)
    const { upload } = await readJson(context.req.raw, oneUploadSchema)
    const { answer } = await uploading(context, parts, { agentId: userId, upload: 'accepted' }, () =>
      uploads.complete({ userId }, upload),
    )
    return context.json(answer)
  },
}
