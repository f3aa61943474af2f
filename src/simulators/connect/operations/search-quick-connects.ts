import { type InstanceQuickConnect, quickConnectArn } from '../../instance/quick-connects.ts'
import { instanceFlows } from '../state/demo-flows.ts'
import { requireThisInstance } from '../state/instance-state.ts'
import { defaultRate, operation } from '../operation.ts'
import { cutPage } from '../wire/paging.ts'
import { readSearchCriteria, type SearchedFields } from '../wire/search-criteria.ts'
import { readTagFilter } from '../wire/tag-filter.ts'
import { nested, optionalInteger, optionalText, parseMembers, requiredText } from '../wire/wire-members.ts'

const searchedFields: SearchedFields<InstanceQuickConnect> = new Map([
  ['name', ({ name }: InstanceQuickConnect) => [name]],
  [
    'description',
    ({ description }: InstanceQuickConnect) => (description === undefined ? [] : [description]),
  ],
  ['resourceid', ({ quickConnectId }: InstanceQuickConnect) => [quickConnectId]],
])

export const searchQuickConnects = operation({
  name: 'SearchQuickConnects',
  method: 'POST',
  path: '/search-quick-connects',
  rate: defaultRate,
  answer: ({ body }, state) => {
    const request = parseMembers(body)
    requireThisInstance(requiredText(request, 'InstanceId', { min: 1, max: 100 }))
    const hasTags = readTagFilter(nested(nested(request, 'SearchFilter'), 'TagFilter'))
    const matches = readSearchCriteria(nested(request, 'SearchCriteria'), searchedFields)
    // The simulated quick connects have no tags.
    const found = state.quickConnects.filter((quickConnect) => matches(quickConnect) && hasTags({}))
    const { items, nextToken } = cutPage(found, {
      operation: 'SearchQuickConnects',
      token: optionalText(request, 'NextToken', { min: 1, max: 2_500 }),
      maxResults: optionalInteger(request, 'MaxResults', { min: 1, max: 100 }) ?? 100,
      now: state.now(),
      hasShortPages: state.hasShortPages,
    })
    return { QuickConnects: items.map(detailed), NextToken: nextToken, ApproximateTotalCount: found.length }
  },
})

function detailed(quickConnect: InstanceQuickConnect) {
  return {
    QuickConnectARN: quickConnectArn(quickConnect),
    QuickConnectId: quickConnect.quickConnectId,
    Name: quickConnect.name,
    Description: quickConnect.description,
    QuickConnectConfig: { QuickConnectType: quickConnect.type, ...configuration(quickConnect) },
    Tags: {},
  }
}

/** Only the member of the quick connect's own type is set. */
function configuration(quickConnect: InstanceQuickConnect) {
  const { agentTransfer, queueTransfer, callbackRequests } = instanceFlows
  switch (quickConnect.type) {
    case 'USER':
      return { UserConfig: { UserId: quickConnect.user.userId, ContactFlowId: agentTransfer.flowId } }
    case 'QUEUE':
      return { QueueConfig: { QueueId: quickConnect.queueId, ContactFlowId: queueTransfer.flowId } }
    case 'PHONE_NUMBER':
      return { PhoneConfig: { PhoneNumber: quickConnect.phoneNumber } }
    case 'FLOW':
      return { FlowConfig: { ContactFlowId: callbackRequests.flowId } }
  }
}
