import { agentArn, type InstanceContact } from '../../instance/instance.ts'
import { epochSeconds, initiationMethod } from '../state/contact-record.ts'
import { type InstanceState, requireThisInstance } from '../state/instance-state.ts'
import { defaultRate, operation } from '../operation.ts'
import { cutPage } from '../wire/paging.ts'
import type { ConnectUser } from '../wire/routing.ts'
import { invalidRequest, notFound } from '../wire/service-error.ts'
import {
  asText,
  nested,
  optionalInteger,
  optionalList,
  optionalText,
  parseMembers,
} from '../wire/wire-members.ts'

export const getCurrentUserData = operation({
  name: 'GetCurrentUserData',
  method: 'POST',
  path: '/metrics/userdata/{InstanceId}',
  rate: defaultRate,
  answer: ({ labels, body }, state) => {
    requireThisInstance(labels.get('InstanceId'))
    const request = parseMembers(body)
    const filters = nested(request, 'Filters')
    const agents = optionalList(filters, 'Agents', { min: 1, max: 100 })
    // Connect also filters by queue, routing profile, hierarchy group and contact state. The simulator does not.
    if (agents === undefined || filters.size > 1) throw invalidRequest('Filters must have Agents alone.')
    const users = agents.map((agent) => findUser(asText(agent, 'Agents'), state))
    const loggedOn = users.filter(({ userId }) => state.agents.has(userId))
    const { items, nextToken } = cutPage(loggedOn, {
      operation: 'GetCurrentUserData',
      token: optionalText(request, 'NextToken'),
      maxResults: optionalInteger(request, 'MaxResults', { min: 1, max: 100 }) ?? 100,
      now: state.now(),
    })
    return {
      UserDataList: items.map((user) => userData(user, state)),
      NextToken: nextToken,
      ApproximateTotalCount: loggedOn.length,
    }
  },
})

function findUser(idOrArn: string, { users }: InstanceState) {
  const user = users.find((candidate) => candidate.userId === idOrArn || agentArn(candidate) === idOrArn)
  if (user === undefined) throw notFound('User not found.')
  return user
}

function userData(user: ConnectUser, state: InstanceState) {
  const contacts = state.agents.get(user.userId) ?? []
  return {
    User: { Id: user.userId, Arn: agentArn(user) },
    Status: { StatusName: 'Available' },
    Contacts: contacts.map((contact) => contactReference(contact, state)),
  }
}

function contactReference(
  { contactId, channel, state: contactState, accepted }: InstanceContact,
  state: InstanceState,
) {
  const acceptedAt = state.contacts.get(contactId)?.acceptedBy?.at
  return {
    ContactId: contactId,
    Channel: channel,
    InitiationMethod: initiationMethod(channel),
    AgentContactState: contactState,
    ConnectedToAgentTimestamp: accepted ? epochSeconds(acceptedAt) : undefined,
  }
}
