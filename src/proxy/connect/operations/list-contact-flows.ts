import { paginateListContactFlows, type ContactFlowSummary } from '@aws-sdk/client-connect'
import type { Destinations } from '../../../core/fields/destination-key.ts'
import { operation } from '../operation.ts'
import { everyItem, paging } from './pages.ts'

const pageSize = 1_000

function offeredFlow(summary: ContactFlowSummary): Destinations['flows'] {
  const { Id, Name, ContactFlowType, ContactFlowState, ContactFlowStatus } = summary
  const isOffered =
    ContactFlowType === 'CONTACT_FLOW' && ContactFlowState === 'ACTIVE' && ContactFlowStatus === 'PUBLISHED'
  return Id && isOffered ? [{ flowId: Id, name: Name ?? Id }] : []
}

/** Every flow that a task may start in. */
export const listContactFlows = operation({
  name: 'ListContactFlows',
  rate: { perSecond: 2, burst: 5 },
  writes: false,
  iam: { statement: 'OfferDestinations', resources: ['flow'] },
  ask(session, _question: void): Promise<Destinations['flows']> {
    const pages = paginateListContactFlows(paging(session), {
      InstanceId: session.instanceId,
      ContactFlowTypes: ['CONTACT_FLOW'],
      MaxResults: pageSize,
    })
    return everyItem(pages, ({ ContactFlowSummaryList = [] }) => ContactFlowSummaryList.flatMap(offeredFlow))
  },
})
