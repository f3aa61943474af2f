import { oneUploadSchema } from '../../../contract/uploads/uploads.ts'
import { discardUploadPath } from '../../../contract/uploads/upload-paths.ts'
import { anyProblem, bearer, schemaContent } from '../../http/openapi.ts'
import { checkBodyHeaders, readJson } from '../../http/request-body.ts'
import type { Route } from '../route.ts'
import { uploading, uploadsOf } from './uploading.ts'

export const discardUploadRoute: Route = {
  method: 'post',
  path: discardUploadPath,
  openApi: {
    operation: {
      summary: 'Deletes a file that no task will have. May be asked again.',
      ...bearer,
      requestBody: { required: true, content: schemaContent('OneUpload') },
      responses: { 204: { description: 'The file is deleted.' }, ...anyProblem },
    },
    schemas: { OneUpload: oneUploadSchema },
  },
  async handle(context, parts) {
    checkBodyHeaders(context.req.raw.headers)
    const { userId } = await parts.verifiedAgent(context)
    const uploads = uploadsOf(parts)
    const { upload } = await readJson(context.req.raw, oneUploadSchema)
    await uploading(context, parts, { agentId: userId, upload: 'discarded' }, async () => ({
      file: await uploads.discard({ userId }, upload),
    }))
    return context.body(null, 204)
  },
}
