import { agentArn } from '../../instance/instance.ts'
import { requireThisInstance } from '../state/instance-state.ts'
import { defaultRate, operation } from '../operation.ts'
import { cutPage } from '../wire/paging.ts'
import type { ConnectUser } from '../wire/routing.ts'
import { invalidRequest } from '../wire/service-error.ts'
import { nested, optionalInteger, optionalText, parseMembers, requiredText } from '../wire/wire-members.ts'
import { readSearchCriteria, type SearchedFields } from '../wire/search-criteria.ts'

const searchedFields: SearchedFields<ConnectUser> = new Map([
  ['username', ({ username }: ConnectUser) => [username]],
  ['firstname', ({ firstName }: ConnectUser) => [firstName]],
  ['lastname', ({ lastName }: ConnectUser) => [lastName]],
  ['resourceid', ({ userId }: ConnectUser) => [userId]],
  ['routingprofileid', ({ routingProfileId }: ConnectUser) => [routingProfileId]],
  ['securityprofileid', ({ securityProfileIds }: ConnectUser) => securityProfileIds],
])

export const searchUsers = operation({
  name: 'SearchUsers',
  method: 'POST',
  path: '/search-users',
  rate: defaultRate,
  answer: ({ body }, state) => {
    const request = parseMembers(body)
    requireThisInstance(requiredText(request, 'InstanceId', { min: 1, max: 100 }))
    // SearchFilter filters by tags, which the simulated users do not have.
    if (nested(request, 'SearchFilter').size > 0) throw invalidRequest('SearchFilter is not supported here.')
    const found = state.users.filter(readSearchCriteria(nested(request, 'SearchCriteria'), searchedFields))
    const { items, nextToken } = cutPage(found, {
      operation: 'SearchUsers',
      token: optionalText(request, 'NextToken', { min: 1, max: 2_500 }),
      maxResults: optionalInteger(request, 'MaxResults', { min: 1, max: 500 }) ?? 100,
      now: state.now(),
    })
    return { Users: items.map(summary), NextToken: nextToken, ApproximateTotalCount: found.length }
  },
})

function summary(user: ConnectUser) {
  return {
    Id: user.userId,
    Arn: agentArn(user),
    Username: user.username,
    IdentityInfo: { FirstName: user.firstName, LastName: user.lastName },
    RoutingProfileId: user.routingProfileId,
    SecurityProfileIds: user.securityProfileIds,
  }
}
