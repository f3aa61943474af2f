import { instanceArn } from '../../../instance/instance.ts'
import {
  type InstanceQuickConnect,
  instanceQuickConnects,
  quickConnectArn,
} from '../../../instance/quick-connects.ts'

/** The answer to `getEndpoints`: the quick connects, except those to a flow, for which Streams has no type. */
export const endpointsOf = (quickConnects: readonly InstanceQuickConnect[]) =>
  quickConnects.flatMap((quickConnect) => {
    const reached = reach(quickConnect)
    if (!reached) return []
    const arn = quickConnectArn(quickConnect)
    const noAddress = { phoneNumber: null, agentLogin: null, queue: null }
    return [{ ...noAddress, endpointARN: arn, endpointId: arn, name: quickConnect.name, ...reached }]
  })

export type Endpoints = ReturnType<typeof endpointsOf>

export const endpoints = endpointsOf(Object.values(instanceQuickConnects))

function reach(quickConnect: InstanceQuickConnect) {
  switch (quickConnect.type) {
    case 'USER':
      return { type: 'agent', agentLogin: quickConnect.user.username }
    case 'QUEUE':
      return { type: 'queue', queue: `${instanceArn}/queue/${quickConnect.queueId}` }
    case 'PHONE_NUMBER':
      return { type: 'phone_number', phoneNumber: quickConnect.phoneNumber }
    case 'FLOW':
      return undefined
  }
}
