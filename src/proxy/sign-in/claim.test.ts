import { describe, expect, it } from 'vitest'
import { claimOf, isClaimElsewhere, isClaimName, onlyElementOr, withoutMembers } from './claim.ts'

const payload = {
  'https://example.com/user.name': 'ana',
  'cognito:groups': ['desk'],
  realm_access: { roles: ['agent'], 'a/b': 1, 'm~n': 2, '': 3 },
  '/realm_access/roles': 'exact',
  '/other': ['first', { name: 'second' }],
  text: 'text',
  nothing: null,
}

describe('claimOf()', () => {
  it.each([
    ['https://example.com/user.name', 'ana'],
    ['cognito:groups', ['desk']],
    ['/realm_access/roles', 'exact'],
    ['/realm_access/a~1b', 1],
    ['/realm_access/m~0n', 2],
    ['/realm_access/', 3],
    ['/~1other/1/name', 'second'],
    ['/cognito:groups/0', 'desk'],
    ['/https:~1~1example.com~1user.name', 'ana'],
    ['realm_access.roles', undefined],
    ['realm_access/roles', undefined],
    ['/realm_access/other/roles', undefined],
    ['/cognito:groups/00', undefined],
    ['/cognito:groups/1', undefined],
    ['/cognito:groups/length', undefined],
    ['/realm_access/toString', undefined],
    ['constructor', undefined],
    ['__proto__', undefined],
    ['/__proto__/toString', undefined],
    ['/text/length', withoutMembers],
    ['/nothing/member', withoutMembers],
  ])('reads %s as %j', (name, value) => {
    expect(claimOf(payload, name)).toEqual(value)
  })

  it('prefers the claim with exactly the name to the pointer', () => {
    expect(claimOf({ '/a': 'exact', a: 'by pointer' }, '/a')).toBe('exact')
    expect(claimOf({ a: 'by pointer' }, '/a')).toBe('by pointer')
  })
})

describe('isClaimName()', () => {
  it.each([
    ['a~b', true],
    ['/a~0b~1c', true],
    ['/a~b', false],
    ['/a~', false],
    ['/a~2', false],
  ])('says of %s: %s', (name, is) => {
    expect(isClaimName(name)).toBe(is)
  })
})

describe('onlyElementOr()', () => {
  it('takes a list of one element for the element, and leaves other values', () => {
    expect(onlyElementOr(['ana'])).toBe('ana')
    expect(onlyElementOr(['ana', 'ben'])).toEqual(['ana', 'ben'])
    expect(onlyElementOr([])).toEqual([])
    expect(onlyElementOr('ana')).toBe('ana')
  })
})

describe('isClaimElsewhere()', () => {
  it.each([
    ['groups', { _claim_names: { groups: 'src1' }, _claim_sources: {} }, true],
    ['/groups', { _claim_names: { groups: 'src1' } }, true],
    ['groups', { hasgroups: true }, true],
    ['groups', { hasgroups: 'true' }, true],
    ['groups', { hasgroups: true, groups: ['desk'] }, false],
    ['groups', { hasgroups: false }, false],
    ['roles', { hasgroups: true }, false],
    ['roles', { _claim_names: { groups: 'src1' } }, false],
    ['groups', { _claim_names: 'groups' }, false],
    ['groups', {}, false],
  ])('says of %s in %j: %s', (name, claims, is) => {
    expect(isClaimElsewhere(claims, name)).toBe(is)
  })
})
