import { paginateSearchUsers, type UserSearchSummary } from '@aws-sdk/client-connect'
import { operation } from '../operation.ts'
import { everyItem, paging } from './pages.ts'

export interface ConnectUser {
  readonly userId: string
  readonly arn: string
  readonly username: string
  readonly name: string
  /** Absent if Connect did not send them; each user has at least one. */
  readonly securityProfileIds?: readonly string[]
}

const pageSize = 500

function userOf(summary: UserSearchSummary): readonly ConnectUser[] {
  const { Id, Arn, Username, IdentityInfo, SecurityProfileIds = [] } = summary
  if (!Id || !Arn || !Username) return []
  const fullName = [IdentityInfo?.FirstName, IdentityInfo?.LastName].filter(Boolean).join(' ')
  return [
    {
      userId: Id,
      arn: Arn,
      username: Username,
      name: fullName || Username,
      ...(SecurityProfileIds.length > 0 ? { securityProfileIds: SecurityProfileIds } : {}),
    },
  ]
}

/** The users of the instance, up to a limit. Connect does not document their order. */
export const searchUsers = operation({
  name: 'SearchUsers',
  rate: { perSecond: 2, burst: 5 },
  writes: false,
  iam: { statement: 'KnowAgent', resources: ['instance'] },
  ask(session, limit: number): Promise<readonly ConnectUser[]> {
    const pages = paginateSearchUsers(paging(session), {
      InstanceId: session.instanceId,
      MaxResults: pageSize,
    })
    return everyItem(pages, ({ Users = [] }) => Users.flatMap(userOf), limit)
  },
})
