import { beforeEach, describe, expect, it } from 'vitest'
import { warnOnce, type WarningLine } from '../logs/warning-log.ts'
import type { GroupsFormat, PolicyFile } from '../policy/policies.ts'
import { ProblemError } from '../problem-error.ts'
import { createGroupsReader } from './groups-reader.ts'

let warnings: WarningLine[] = []

beforeEach(() => {
  warnings = []
})

function readerOf(groupsFormat?: GroupsFormat, groupsClaim = 'groups') {
  const file: PolicyFile = {
    groupsClaim,
    ...(groupsFormat ? { groupsFormat } : {}),
    policies: [{ name: 'Desk', for: { groups: ['desk', 'Refund desk'] } }, { name: 'Lax' }],
  }
  return createGroupsReader(
    file,
    warnOnce((line) => warnings.push(line)),
  )
}

const groupsIn = (groups: unknown, format?: GroupsFormat) => readerOf(format)?.({ groups })

const refusalOf = (payload: Readonly<Record<string, unknown>>, format?: GroupsFormat) => {
  try {
    return readerOf(format)?.(payload)
  } catch (error) {
    return error instanceof ProblemError ? error.facts.reason : error
  }
}

describe('the groups of a token are', () => {
  it.each<[unknown, GroupsFormat | undefined, readonly string[]]>([
    [['desk', 'leads'], undefined, ['desk', 'leads']],
    [['desk'], undefined, ['desk']],
    [[], undefined, []],
    ['desk', undefined, ['desk']],
    ['Refund desk', undefined, ['Refund desk']],
    ['desk, leads,', 'comma', ['desk', 'leads']],
    ['Refund desk,leads', 'comma', ['Refund desk', 'leads']],
    [['desk,leads'], 'comma', ['desk', 'leads']],
    ['desk  leads', 'space', ['desk', 'leads']],
    ['', 'comma', []],
    [[], 'comma', []],
    ['["desk","a,b"]', 'json', ['desk', 'a,b']],
    ['"desk"', 'json', ['desk']],
  ])('read from %j with the format %s', (claim, format, groups) => {
    expect(groupsIn(claim, format)).toEqual(groups)
    expect(warnings).toEqual([])
  })

  it('none if the token has no such claim', () => {
    expect(readerOf()?.({})).toEqual([])
  })

  it('read from a member inside another claim', () => {
    const read = readerOf(undefined, '/realm_access/roles')

    expect(read?.({ realm_access: { roles: ['desk'] } })).toEqual(['desk'])
    expect(read?.({ realm_access: {} })).toEqual([])
  })

  it('not read at all if the policy names no claim', () => {
    expect(createGroupsReader({ policies: [{ name: 'All' }] }, () => {})).toBeUndefined()
  })
})

describe('a token is refused and warned of, and never falls to a laxer policy, if its groups are', () => {
  it.each<[string, unknown, GroupsFormat | undefined]>([
    ['groups-null', null, undefined],
    ['groups-boolean', true, undefined],
    ['groups-number', 7, undefined],
    ['groups-object', { desk: true }, undefined],
    ['groups-list-of-others', ['desk', 7], undefined],
    ['groups-list-of-others', [['desk']], undefined],
    ['groups-list-of-others', [null], undefined],
    ['groups-list-in-a-format', ['desk', 'leads'], 'comma'],
    ['groups-not-json', 'desk', 'json'],
    ['groups-not-json', '{"desk":true}', 'json'],
    ['groups-not-json', '["desk",7]', 'json'],
  ])('of the kind %s: %j with the format %s', (warning, groups, format) => {
    expect(refusalOf({ groups }, format)).toBe('groups-shape')
    expect(warnings).toEqual([{ warning, why: expect.not.stringContaining('desk') }])
  })

  it.each([
    [{ _claim_names: { groups: 'src1' }, _claim_sources: { src1: {} } }],
    [{ _claim_names: { groups: 'src1' }, groups: ['desk'] }],
    [{ hasgroups: true }],
  ])('at another address: %j', (payload) => {
    expect(refusalOf(payload)).toBe('groups-elsewhere')
    expect(warnings.map(({ warning }) => warning)).toEqual(['groups-elsewhere'])
  })

  it('behind a JSON Pointer into a text', () => {
    const read = readerOf(undefined, '/realm_access/roles')

    expect(() => read?.({ realm_access: 'roles' })).toThrow(ProblemError)
    expect(warnings.map(({ warning }) => warning)).toEqual(['groups-without-members'])
  })
})

describe('a warning', () => {
  it('is logged once for each kind', () => {
    const read = readerOf()

    for (let at = 0; at < 3; at += 1) {
      expect(() => read?.({ groups: at })).toThrow(ProblemError)
      expect(() => read?.({ groups: null })).toThrow(ProblemError)
    }
    expect(warnings.map(({ warning }) => warning)).toEqual(['groups-number', 'groups-null'])
  })

  it.each([
    ['groups-case-differs', ['Desk']],
    ['groups-one-text', 'desk,leads'],
    ['groups-one-text', '["desk"]'],
  ])('says that groups are probably read otherwise than intended: %s for %j', (warning, groups) => {
    groupsIn(groups)

    expect(warnings.map((line) => line.warning)).toEqual([warning])
  })
})
