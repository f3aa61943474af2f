import { ben, instanceArn } from '../../instance/instance.ts'
import { queue } from './contact-snapshot.ts'

const arn = (quickConnectId: string) => `${instanceArn}/transfer-destination/${quickConnectId}`

const quickConnect = (quickConnectId: string) => ({
  endpointARN: arn(quickConnectId),
  endpointId: arn(quickConnectId),
  phoneNumber: null,
  agentLogin: null,
  queue: null,
})

/** What `getEndpoints` answers: one quick connect of each type. */
export const endpoints = [
  {
    ...quickConnect('b1c7d8e2-5f60-4d3a-9a6e-0d2f4c8b7101'),
    type: 'agent',
    name: `${ben.firstName} ${ben.lastName}`,
    agentLogin: ben.username,
  },
  {
    ...quickConnect('b1c7d8e2-5f60-4d3a-9a6e-0d2f4c8b7102'),
    type: 'queue',
    name: 'Billing',
    queue: queue.queueARN,
  },
  {
    ...quickConnect('b1c7d8e2-5f60-4d3a-9a6e-0d2f4c8b7103'),
    type: 'phone_number',
    name: 'Head office',
    phoneNumber: '+12065550199',
  },
]
