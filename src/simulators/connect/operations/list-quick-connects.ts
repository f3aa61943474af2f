import { type InstanceQuickConnect, quickConnectArn } from '../../instance/quick-connects.ts'
import { requireThisInstance } from '../state/instance-state.ts'
import { defaultRate, operation, queryInteger } from '../operation.ts'
import { cutPage } from '../wire/paging.ts'
import { quickConnectTypes } from '../wire/routing.ts'
import { invalidParameter } from '../wire/service-error.ts'
import { asChoice } from '../wire/wire-members.ts'

export const listQuickConnects = operation({
  name: 'ListQuickConnects',
  method: 'GET',
  path: '/quick-connects/{InstanceId}',
  rate: defaultRate,
  answer: (call, state) => {
    requireThisInstance(call.labels.get('InstanceId'))
    // A capital Q, unlike the other query names, which are in lower camel case.
    const types = call.query
      .getAll('QuickConnectTypes')
      .map((type) => asChoice(type, 'QuickConnectTypes', quickConnectTypes))
    if (types.length > 4) throw invalidParameter('QuickConnectTypes must have at most 4 entries.')
    const { items, nextToken } = cutPage(state.quickConnects, {
      operation: 'ListQuickConnects',
      token: call.query.get('nextToken') ?? undefined,
      maxResults: queryInteger(call, 'maxResults', { max: 1_000 }) ?? 100,
      now: state.now(),
      hasShortPages: state.hasShortPages,
    })
    const wanted = items.filter(({ type }) => types.length === 0 || types.includes(type))
    return { QuickConnectSummaryList: wanted.map(summary), NextToken: nextToken }
  },
})

function summary(quickConnect: InstanceQuickConnect) {
  return {
    Id: quickConnect.quickConnectId,
    Arn: quickConnectArn(quickConnect),
    Name: quickConnect.name,
    QuickConnectType: quickConnect.type,
  }
}
