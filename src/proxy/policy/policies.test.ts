import { describe, expect, it } from 'vitest'
import { Failure } from '../failure.ts'
import { allowedDestinations, horizonDays, policyOf, type PolicyFile } from './policies.ts'

const file: PolicyFile = {
  groupsClaim: 'groups',
  policies: [
    { name: 'Leads', for: { groups: ['leads', 'managers'], securityProfiles: ['supervisor'] } },
    { name: 'Refunds', for: { groups: ['refunds'] } },
    { name: 'Everybody' },
  ],
}

const nobody = { groups: [], securityProfileIds: [] }

describe('the policy of an agent', () => {
  it.each([
    ['a group of theirs', { ...nobody, groups: ['refunds'] }, 'Refunds'],
    ['a security profile of theirs', { ...nobody, securityProfileIds: ['other', 'supervisor'] }, 'Leads'],
    ['the first of several that fit', { ...nobody, groups: ['refunds', 'managers'] }, 'Leads'],
    ['nothing they are in', nobody, 'Everybody'],
    ['no group that is named like a security profile', { ...nobody, groups: ['supervisor'] }, 'Everybody'],
  ])('is chosen by %s', (_, membership, name) => {
    expect(policyOf(file, membership).name).toBe(name)
  })

  it('is none, and they are refused, where none is for them', () => {
    const policies = file.policies.slice(0, 2)

    expect(() => policyOf({ ...file, policies }, nobody)).toThrow(Failure)
  })

  it('may shorten the schedule and not lengthen it', () => {
    expect(horizonDays(6, { name: 'A', scheduleHorizonDays: 2 })).toBe(2)
    expect(horizonDays(6, { name: 'A', scheduleHorizonDays: 30 })).toBe(6)
    expect(horizonDays(6, { name: 'A' })).toBe(6)
  })

  it('leaves of the destinations those that it names, and all of a kind that it does not mention', () => {
    const destinations = {
      flows: [
        { flowId: 'f-1', name: 'One' },
        { flowId: 'f-2', name: 'Two' },
      ],
      quickConnects: [{ quickConnectId: 'q-1', name: 'Queue', kind: 'queue' as const }],
    }

    expect(allowedDestinations(destinations, { name: 'A', flows: ['f-2', 'f-3'] })).toEqual({
      flows: [{ flowId: 'f-2', name: 'Two' }],
      quickConnects: destinations.quickConnects,
    })
    expect(allowedDestinations(destinations, { name: 'A', quickConnects: [] })).toEqual({
      ...destinations,
      quickConnects: [],
    })
  })
})
