import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeFieldRules } from './task-rules.ts'
import type { FieldRule } from '../fields/field-rule.ts'
import type { FieldRules } from './task-parts.ts'
import { linkTypes } from '../fields/link-types.ts'
import { referenceTypes } from '../fields/references/reference.ts'

const flag = fc.boolean()
const ruleOf = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<FieldRule<Value>> =>
  fc.record({ default: value, isRequired: flag, isLocked: flag, isHidden: flag }, { requiredKeys: [] })

const text = fc.constantFrom('', 'a', 'b')
const textRule = ruleOf(text)
const names = fc.constantFrom('one', 'two', '__proto__')

const anyRules: fc.Arbitrary<FieldRules> = fc.record(
  {
    name: textRule,
    description: textRule,
    destination: ruleOf(text.map((flowId) => ({ type: 'flow' as const, flowId }))),
    link: fc.record(
      {
        default: fc.constantFrom('related', 'previous', 'none'),
        isRequired: flag,
        isLocked: flag,
        isHidden: flag,
        types: fc.subarray([...linkTypes]),
      },
      { requiredKeys: [] },
    ),
    schedule: ruleOf(fc.constantFrom('now', 'later')),
    references: fc.record(
      {
        isLocked: flag,
        isHidden: flag,
        types: fc.subarray([...referenceTypes]),
        urlHosts: fc.subarray(['a.example', '*.a.example', 'b.a.example', 'c.example']),
        byName: fc.dictionary(
          names,
          textRule.map((rule) => ({ type: 'STRING' as const, ...rule })),
        ),
      },
      { requiredKeys: [] },
    ),
    attributes: fc.record(
      { isLocked: flag, isHidden: flag, byKey: fc.dictionary(names, textRule) },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
)

describe('mergeFieldRules', () => {
  it('merges three authorities at once or in two steps with the same result', () => {
    fc.assert(
      fc.property(anyRules, anyRules, anyRules, (policy, template, host) => {
        const whole = mergeFieldRules(policy, template, host)
        expect(mergeFieldRules(mergeFieldRules(policy, template), host)).toEqual(whole)
        expect(mergeFieldRules(policy, mergeFieldRules(template, host))).toEqual(whole)
      }),
    )
  })

  it('is what one authority says where the others say nothing', () => {
    fc.assert(
      fc.property(anyRules, (rules) => {
        expect(mergeFieldRules({}, rules, {})).toEqual(rules)
      }),
    )
  })

  it('locks and hides each field that one of the authorities locks or hides', () => {
    fc.assert(
      fc.property(anyRules, anyRules, (strong, weak) => {
        const merged = mergeFieldRules(strong, weak)
        for (const field of [
          'name',
          'destination',
          'link',
          'schedule',
          'references',
          'attributes',
        ] as const) {
          for (const member of ['isLocked', 'isHidden'] as const) {
            const anybody = strong[field]?.[member] === true || weak[field]?.[member] === true
            expect(merged[field]?.[member] === true).toBe(anybody)
          }
        }
      }),
    )
  })

  it('never takes back what the strongest authority asks for', () => {
    const strict: FieldRules = { name: { default: 'x' }, description: { isRequired: true } }
    fc.assert(
      fc.property(anyRules, anyRules, (template, host) => {
        const merged = mergeFieldRules(strict, template, host)
        expect(merged).toMatchObject(strict)
      }),
    )
  })

  it('takes a default from the strongest authority that gives one', () => {
    expect(
      mergeFieldRules(
        { name: { isRequired: true } },
        { name: { default: 'Template' }, description: { isLocked: true, default: 'As agreed' } },
        { name: { default: 'Host' }, description: { default: 'Mine', isHidden: true } },
      ),
    ).toEqual({
      name: { default: 'Template', isRequired: true },
      description: { default: 'As agreed', isLocked: true, isHidden: true },
    })
  })

  it('lets no weaker authority fill or require a field that a stronger one has locked to nothing', () => {
    expect(
      mergeFieldRules(
        { description: { isLocked: true } },
        { description: { default: 'x', isRequired: true } },
      ),
    ).toEqual({ description: { isLocked: true } })
  })

  it('puts the rows of all authorities together', () => {
    expect(
      mergeFieldRules(
        { attributes: { byKey: { reason: { isRequired: true } } } },
        {
          attributes: { isLocked: true, byKey: { reason: { default: 'call' }, source: { default: 'crm' } } },
        },
      ),
    ).toEqual({
      attributes: {
        isLocked: true,
        byKey: { reason: { default: 'call', isRequired: true }, source: { default: 'crm' } },
      },
    })
  })

  it('takes no value of another type for a default', () => {
    expect(
      mergeFieldRules(
        { references: { byName: { Order: { type: 'URL' } } } },
        { references: { byName: { Order: { type: 'NUMBER', default: '7', isRequired: true } } } },
      ),
    ).toEqual({ references: { byName: { Order: { type: 'URL', isRequired: true } } } })
  })

  it('adds no row to a list that a stronger authority has locked', () => {
    const policy: FieldRules = { attributes: { isLocked: true, byKey: { reason: { isRequired: true } } } }

    expect(mergeFieldRules(policy, { attributes: { byKey: { source: { default: 'crm' } } } })).toEqual(policy)
  })
})
