import { destinationsSchema } from '../../../contract/reads/read-answers.ts'
import { destinationsPath } from '../../../contract/reads/reads.ts'
import { bearer, reading } from '../../http/openapi.ts'
import type { Route } from '../route.ts'

export const destinationsRoute: Route = {
  method: 'get',
  path: destinationsPath,
  openApi: {
    operation: {
      ...reading('The flows, quick connects and templates that a task may go to.', 'Destinations'),
      ...bearer,
    },
    schemas: { Destinations: destinationsSchema },
  },
  async handle(context, { verifiedAgent, destinations }) {
    const { policy, userId } = await verifiedAgent(context)
    return context.json(await destinations.list(policy, userId))
  },
}
