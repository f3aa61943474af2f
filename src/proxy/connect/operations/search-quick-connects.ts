import { paginateSearchQuickConnects, type QuickConnect } from '@aws-sdk/client-connect'
import { operation } from '../operation.ts'
import { everyItem, paging } from './pages.ts'

const pageSize = 100

function userOf({
  QuickConnectId,
  QuickConnectConfig,
}: QuickConnect): readonly (readonly [string, string])[] {
  const userId = QuickConnectConfig?.UserConfig?.UserId
  return QuickConnectId && userId ? [[QuickConnectId, userId]] : []
}

/** The users that quick connects lead to, by the id of the quick connect. */
export const searchQuickConnects = operation({
  name: 'SearchQuickConnects',
  rate: { perSecond: 2, burst: 5 },
  writes: false,
  iam: { statement: 'OfferDestinations', resources: ['instance'] },
  async ask(session, _question: void): Promise<ReadonlyMap<string, string>> {
    const pages = paginateSearchQuickConnects(paging(session), {
      InstanceId: session.instanceId,
      MaxResults: pageSize,
    })
    return new Map(await everyItem(pages, ({ QuickConnects = [] }) => QuickConnects.flatMap(userOf)))
  },
})
