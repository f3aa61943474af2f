import { agentArn, instanceArn, type InstanceUser } from '../../../instance/instance.ts'
import { agentStates, type CcpState } from '../state/ccp-state.ts'
import { contactSnapshot, queue } from './contact-snapshot.ts'

/** The payload of `agent::update`: the whole state. Timestamps are `Date` objects, because Streams calls `getTime()`. */
export function agentUpdate(state: CcpState, now: Date) {
  const type = agentStates.find(({ name }) => name === state.agentState)?.type ?? 'offline'
  return {
    configuration: configuration(state.agent),
    snapshot: {
      state: {
        agentStateARN: agentStateArn(state.agentState),
        name: state.agentState,
        type,
        startTimestamp: state.agentStateSince,
      },
      nextState: null,
      agentAvailabilityState: { state: state.agentState, type, timeStamp: state.agentStateSince },
      snapshotTimestamp: now,
      localTimestamp: now.getTime(),
      skew: 0,
      contacts: state.contacts
        .toSorted((one, other) => one.stateSince.getTime() - other.stateSince.getTime())
        .map(contactSnapshot),
    },
  }
}

function configuration(agent: InstanceUser) {
  const ownQueue = `${instanceArn}/queue/agent/${agent.userId}`
  const routingProfileArn = `${instanceArn}/routing-profile/9d5e1a70-3a4b-4a52-8c1f-5be0a3f2d401`
  return {
    name: `${agent.firstName} ${agent.lastName}`,
    username: agent.username,
    agentARN: agentArn(agent),
    extension: '',
    softphoneEnabled: false,
    softphoneAutoAccept: false,
    agentPreferences: { LANGUAGE: 'en_US' },
    permissions: ['outboundCall'],
    dialableCountries: ['us'],
    agentStates: agentStates.map(({ name, type }) => ({ agentStateARN: agentStateArn(name), type, name })),
    routingProfile: {
      name: 'Basic Routing Profile',
      routingProfileARN: routingProfileArn,
      routingProfileId: routingProfileArn,
      channelConcurrencyMap: { VOICE: 1, CHAT: 3, TASK: 5, EMAIL: 3 },
      defaultOutboundQueue: queue,
      queues: [queue, { queueARN: ownQueue, queueId: ownQueue, name: null }],
    },
  }
}

const agentStateArn = (name: string) => `${instanceArn}/agent-state/${name.toLowerCase()}`
