import { describe, expect, it } from 'vitest'
import { ProblemError } from '../problem-error.ts'
import {
  allowedDestinations,
  horizonDays,
  isDestinationAllowed,
  permissionsOf,
  policyOf,
  type Policy,
  type PolicyFile,
} from './policies.ts'

const file: PolicyFile = {
  groupsClaim: 'groups',
  policies: [
    { name: 'Leads', for: { groups: ['leads', 'managers'], securityProfiles: ['supervisor'] } },
    { name: 'Refunds', for: { groups: ['refunds'] } },
    { name: 'Every agent' },
  ],
}

const inNoGroup = { groups: [], securityProfileIds: [] }

describe('the policy of an agent', () => {
  it.each([
    ['a group of theirs', { ...inNoGroup, groups: ['refunds'] }, 'Refunds'],
    ['a security profile of theirs', { ...inNoGroup, securityProfileIds: ['other', 'supervisor'] }, 'Leads'],
    ['the first of several that fit', { ...inNoGroup, groups: ['refunds', 'managers'] }, 'Leads'],
    ['nothing they are in', inNoGroup, 'Every agent'],
    [
      'no group that is named like a security profile',
      { ...inNoGroup, groups: ['supervisor'] },
      'Every agent',
    ],
  ])('is chosen by %s', (_, membership, name) => {
    expect(policyOf(file, membership).name).toBe(name)
  })

  it('is missing if no policy is for them, and they are refused', () => {
    const policies = file.policies.slice(0, 2)

    expect(() => policyOf({ ...file, policies }, inNoGroup)).toThrow(ProblemError)
  })

  it('is missing while Connect does not say which security profiles an agent has, if any policy is for some', () => {
    const unknown = { groups: [], securityProfileIds: undefined }

    expect(() => policyOf(file, unknown)).toThrow(ProblemError)
    expect(() => policyOf(file, { ...unknown, groups: ['refunds'] })).toThrow(ProblemError)
    expect(policyOf({ policies: [{ name: 'Every agent' }] }, unknown).name).toBe('Every agent')
  })

  it('may shorten the schedule and not lengthen it', () => {
    expect(horizonDays(6, { name: 'A', scheduleHorizonDays: 2 })).toBe(2)
    expect(horizonDays(6, { name: 'A', scheduleHorizonDays: 30 })).toBe(6)
    expect(horizonDays(6, { name: 'A' })).toBe(6)
  })

  it('keeps the destinations that it names, and all of a kind that it does not mention', () => {
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

describe('the templates of a policy', () => {
  it.each<[string, Omit<Policy, 'name'>, boolean]>([
    ['all, without a limit', {}, true],
    ['all, where they are required', { requireTemplate: true }, true],
    ['those that it names', { flows: [], templates: ['t'] }, true],
    ['none beside limited flows', { flows: ['f'] }, false],
    [
      'none beside limited flows, also where they are required',
      { flows: ['f'], requireTemplate: true },
      false,
    ],
    [
      'none beside limited quick connects, also where they are required',
      { quickConnects: ['q'], requireTemplate: true },
      false,
    ],
  ])('are %s', (_, limits, isAllowed) => {
    expect(isDestinationAllowed({ type: 'template', templateId: 't' }, { name: 'A', ...limits })).toBe(
      isAllowed,
    )
  })
})

describe('the permissions of a policy', () => {
  it('are the usual ones where it says nothing', () => {
    expect(permissionsOf({ name: 'All' })).toEqual({
      undo: 'unaccepted',
      reschedule: true,
      showColleaguesTasks: false,
      keepInBrowser: 'everything',
    })
  })

  it('include no change of time where agents may schedule nothing', () => {
    const fields = { schedule: { default: 'now', isLocked: true } } as const

    expect(permissionsOf({ name: 'All', fields, reschedule: true }).reschedule).toBe(false)
  })
})
