import { describe, expect, it } from 'vitest'
import { knownInheritance } from './inherited-attributes.ts'

const inherited = [
  { key: 'tier', value: 'gold' },
  { key: 'ssn', value: 'ünd' },
  { key: 'tenant', value: 't1' },
]

describe('knownInheritance()', () => {
  it('is everything where nothing is hidden', () => {
    expect(knownInheritance(inherited, {})).toEqual({ attributes: inherited, hiddenBytes: 0 })
  })

  it('has neither key nor value of what is hidden, and its bytes', () => {
    expect(knownInheritance(inherited, { attributes: { byKey: { ssn: { isHidden: true } } } })).toEqual({
      attributes: [inherited[0], inherited[2]],
      hiddenBytes: 7,
    })
  })

  it('does not count what a rule replaces', () => {
    const byKey = { tenant: { isHidden: true, default: 'other' } }

    expect(knownInheritance(inherited, { attributes: { byKey } })).toEqual({
      attributes: [inherited[0], inherited[1]],
      hiddenBytes: 0,
    })
  })

  it('is bytes alone where the whole list is hidden', () => {
    expect(knownInheritance(inherited, { attributes: { isHidden: true } })).toEqual({
      attributes: [],
      hiddenBytes: 23,
    })
  })

  it('does not count a required attribute in a list that is otherwise hidden', () => {
    const rules = { attributes: { isHidden: true, byKey: { tier: { isRequired: true } } } }

    expect(knownInheritance(inherited, rules).hiddenBytes).toBe(15)
  })
})
