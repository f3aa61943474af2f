import { paginateListTaskTemplates, type TaskTemplateMetadata } from '@aws-sdk/client-connect'
import type { Destinations } from '../../../core/fields/destination-key.ts'
import { operation } from '../operation.ts'
import { everyItem, paging } from './pages.ts'

const pageSize = 100

type Listed = NonNullable<Destinations['templates']>

function offeredTemplate({ Id, Name, Description, Status }: TaskTemplateMetadata): Listed {
  if (!Id || Status !== 'ACTIVE') return []
  return [{ templateId: Id, name: Name ?? Id, ...(Description ? { description: Description } : {}) }]
}

/** Every template that a task may be created from. */
export const listTaskTemplates = operation({
  name: 'ListTaskTemplates',
  rate: { perSecond: 2, burst: 5 },
  writes: false,
  iam: { statement: 'OfferDestinations', resources: ['instance'] },
  ask(session, _question: void): Promise<Listed> {
    const pages = paginateListTaskTemplates(paging(session), {
      InstanceId: session.instanceId,
      Status: 'ACTIVE',
      MaxResults: pageSize,
    })
    return everyItem(pages, ({ TaskTemplates = [] }) => TaskTemplates.flatMap(offeredTemplate))
  },
})
