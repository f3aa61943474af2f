import { describe, expect, it } from 'vitest'
import { demoSeed } from '../../../connect/state/demo-seed.ts'
import { largeSeed } from '../../../connect/state/large-seed.ts'
import { manyQuickConnects } from '../../../instance/many-quick-connects.ts'
import { quickConnectArn } from '../../../instance/quick-connects.ts'
import { endpoints, endpointsOf } from './quick-connects.ts'

describe('the endpoints of the CCP', () => {
  it('have the same ARNs as the quick connects of Connect’s API', () => {
    const listed = new Set(demoSeed.quickConnects.map(quickConnectArn))

    expect(endpoints.map(({ endpointARN }) => endpointARN).filter((arn) => !listed.has(arn))).toEqual([])
  })

  it('are agents, queues and phone numbers, but no flows', () => {
    expect(endpoints.map(({ name, type }) => `${name}: ${type}`)).toEqual([
      'Ben Okafor: agent',
      'Ana Ruiz: agent',
      'Billing: queue',
      'Back office: queue',
      'Head office: phone_number',
    ])
  })
})

it('the CCP of the large instance lists its quick connects, but those to a flow', () => {
  const listed = new Set(largeSeed.quickConnects.map(quickConnectArn))
  const many = endpointsOf(manyQuickConnects)

  expect(many).toHaveLength(95)
  expect(many.filter(({ endpointARN }) => !listed.has(endpointARN))).toEqual([])
})

describe('the instance’s ids', () => {
  it('are UUIDs', () => {
    const { users, flows, quickConnects } = demoSeed
    const ids = [
      ...users.map(({ userId }) => userId),
      ...users.map(({ routingProfileId }) => routingProfileId),
      ...users.flatMap(({ securityProfileIds }) => securityProfileIds),
      ...flows.map(({ flowId }) => flowId),
      ...quickConnects.map(({ quickConnectId }) => quickConnectId),
    ]

    expect(
      ids.filter((id) => !/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id)),
    ).toEqual([])
  })
})
