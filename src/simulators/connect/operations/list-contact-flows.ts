import { requireThisInstance } from '../state/instance-state.ts'
import { defaultRate, operation, queryInteger } from '../operation.ts'
import { cutPage } from '../wire/paging.ts'
import { type Flow, flowArn, flowTypes } from '../wire/routing.ts'
import { invalidParameter } from '../wire/service-error.ts'
import { asChoice } from '../wire/wire-members.ts'

export const listContactFlows = operation({
  name: 'ListContactFlows',
  method: 'GET',
  path: '/contact-flows-summary/{InstanceId}',
  rate: defaultRate,
  answer: (call, state) => {
    requireThisInstance(call.labels.get('InstanceId'))
    const types = call.query
      .getAll('contactFlowTypes')
      .map((type) => asChoice(type, 'contactFlowTypes', flowTypes))
    if (types.length > 10) throw invalidParameter('contactFlowTypes must have at most 10 entries.')
    const { items, nextToken } = cutPage(state.flows, {
      operation: 'ListContactFlows',
      token: call.query.get('nextToken') ?? undefined,
      maxResults: queryInteger(call, 'maxResults', { max: 1_000 }) ?? 100,
      now: state.now(),
      hasShortPages: state.hasShortPages,
    })
    const wanted = items.filter(({ type }) => types.length === 0 || types.includes(type))
    return { ContactFlowSummaryList: wanted.map(summary), NextToken: nextToken }
  },
})

function summary(flow: Flow) {
  return {
    Id: flow.flowId,
    Arn: flowArn(flow),
    Name: flow.name,
    ContactFlowType: flow.type,
    ContactFlowState: flow.state,
    ContactFlowStatus: flow.status,
  }
}
