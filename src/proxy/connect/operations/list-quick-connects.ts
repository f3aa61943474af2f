import { paginateListQuickConnects, type QuickConnectSummary } from '@aws-sdk/client-connect'
import type { Destinations } from '../../../core/fields/destination-key.ts'
import { operation } from '../operation.ts'
import { everyItem, paging } from './pages.ts'

const pageSize = 1_000

const kindByType: Readonly<Record<string, 'user' | 'queue'>> = { USER: 'user', QUEUE: 'queue' }

function offeredQuickConnect(summary: QuickConnectSummary): Destinations['quickConnects'] {
  const { Id, Name, QuickConnectType = '' } = summary
  const kind = kindByType[QuickConnectType]
  return Id && kind ? [{ quickConnectId: Id, name: Name ?? Id, kind }] : []
}

/** Every quick connect that leads to a person or a queue. */
export const listQuickConnects = operation({
  name: 'ListQuickConnects',
  rate: { perSecond: 2, burst: 5 },
  writes: false,
  iam: { statement: 'OfferDestinations', resources: ['quick connect'] },
  ask(session, _question: void): Promise<Destinations['quickConnects']> {
    const pages = paginateListQuickConnects(paging(session), {
      InstanceId: session.instanceId,
      QuickConnectTypes: ['USER', 'QUEUE'],
      MaxResults: pageSize,
    })
    return everyItem(pages, ({ QuickConnectSummaryList = [] }) =>
      QuickConnectSummaryList.flatMap(offeredQuickConnect),
    )
  },
})
