import { paginateGetCurrentUserData } from '@aws-sdk/client-connect'
import { isUnknownToConnect } from '../errors/connect-errors.ts'
import { operation } from '../operation.ts'
import { everyItem, paging } from './pages.ts'

const pageSize = 100

/** The ids of the contacts that a user has at this moment, ringing contacts included. */
export const getCurrentUserData = operation({
  name: 'GetCurrentUserData',
  rate: { perSecond: 2, burst: 5 },
  writes: false,
  iam: {
    statement: 'KnowAgent',
    // The proxy filters by user only, but the reference marks all four as required.
    resources: ['user', 'queue', 'routing profile', 'hierarchy group'],
  },
  async ask(session, userId: string): Promise<readonly string[]> {
    const pages = paginateGetCurrentUserData(paging(session), {
      InstanceId: session.instanceId,
      Filters: { Agents: [userId] },
      MaxResults: pageSize,
    })
    try {
      return await everyItem(pages, ({ UserDataList = [] }) =>
        UserDataList.filter(({ User }) => User?.Id === userId).flatMap(({ Contacts = [] }) =>
          Contacts.flatMap(({ ContactId }) => (ContactId ? [ContactId] : [])),
        ),
      )
    } catch (error) {
      if (isUnknownToConnect(error)) return []
      throw error
    }
  },
})
