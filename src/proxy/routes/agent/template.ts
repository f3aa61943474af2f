import { templateSchema } from '../../../contract/reads/read-answers.ts'
import { bearer, reading } from '../../http/openapi.ts'
import { ProblemError } from '../../problem-error.ts'
import type { Route } from '../route.ts'

const templateIdParameter = { name: 'templateId', in: 'path', required: true, schema: { type: 'string' } }

export const templateRoute: Route = {
  method: 'get',
  path: '/api/v1/templates/:templateId',
  openApi: {
    operation: {
      ...reading('A task template with its fields, their constraints and defaults.', 'TaskTemplate'),
      parameters: [templateIdParameter],
      ...bearer,
    },
    schemas: { TaskTemplate: templateSchema },
  },
  async handle(context, { verifiedAgent, destinations, templates }) {
    const { policy, userId, signal } = await verifiedAgent(context)
    const templateId = context.req.param('templateId') ?? ''
    await destinations.requireOffered({ type: 'template', templateId }, policy)
    const template = await templates.find({ agentId: userId, signal }, templateId)
    if (template) return context.json(template)
    destinations.distrust()
    throw new ProblemError({
      code: 'destination-gone',
      reason: 'template-inactive',
      detail: 'This template is no longer active. GET /api/v1/destinations lists those that are.',
    })
  },
}
