import { describe, expect, it } from 'vitest'
import { requestIssues, withFixedFields } from '../../creating/check-task.ts'
import type { FieldRules, TaskRequest } from '../../task/task-parts.ts'
import { mergeFieldRules } from '../../task/task-rules.ts'
import type { Reference, ReferenceType } from './reference.ts'
import { referenceRule, referencesAccess, ruledReferences } from './references-rule.ts'

const request: TaskRequest = {
  name: 'Call back',
  destination: { type: 'flow', flowId: 'f' },
  references: [],
  attributes: [],
}

const complaints = (edit: Partial<TaskRequest>, fieldRules: FieldRules) =>
  requestIssues(withFixedFields({ ...request, ...edit }, fieldRules), {
    now: new Date(0),
    scheduleHorizonDays: 6,
    fieldRules,
  })

const reference = (type: ReferenceType, value: string): Reference => ({ name: 'Order', type, value })

const preset = (value: string): FieldRules => ({
  references: { byName: { Order: { type: 'URL', default: value, isHidden: true } } },
})

describe('the reference types that are allowed', () => {
  const rules: FieldRules = { references: { types: ['URL', 'EMAIL'] } }

  it('are the only ones a reference may have', () => {
    expect(complaints({ references: [reference('STRING', 'x')] }, rules)).toEqual([
      { field: { list: 'references', row: 0, member: 'value' }, code: 'reference-type-not-allowed' },
    ])
    expect(complaints({ references: [reference('EMAIL', 'a@example.com')] }, rules)).toEqual([])
  })

  it('leave no row of a weaker authority that is of another', () => {
    const merged = mergeFieldRules(rules, {
      references: { byName: { Case: { type: 'STRING', isRequired: true }, Mail: { type: 'EMAIL' } } },
    })

    expect(ruledReferences(merged)).toEqual([['Mail', 'EMAIL']])
    expect(complaints({}, merged)).toEqual([])
  })

  it('add up to none, and the agent adds none', () => {
    const merged = mergeFieldRules(rules, { references: { types: ['DATE'] } })

    expect(referencesAccess(merged)).toBe('locked')
  })
})

describe('the hosts that are allowed', () => {
  const rules: FieldRules = { references: { urlHosts: ['shop.example.com', '*.crm.example'] } }

  it.each([
    'https://shop.example.com/orders/1',
    'http://SHOP.example.com:8080/',
    'https://eu.crm.example',
    'https://a.b.crm.example/?q=1#x',
  ])('take %s', (value) => {
    expect(complaints({ references: [reference('URL', value)] }, rules)).toEqual([])
  })

  it.each([
    'https://evil.example/',
    'https://shop.example.com.evil.example/',
    'https://shop.example.com@evil.example/',
    'https://evil.example/?https://shop.example.com/',
    'https://notshop.example.com/',
    'https://crm.example/',
    'https://notcrm.example/',
    'https://shop.example.com./',
  ])('refuse %s, and say which are', (value) => {
    expect(complaints({ references: [reference('URL', value)] }, rules)).toEqual([
      {
        field: { list: 'references', row: 0, member: 'value' },
        code: 'reference-host-not-allowed',
        hosts: ['shop.example.com', '*.crm.example'],
      },
    ])
  })

  it('leave what is no web address to the rule about web addresses, and other types alone', () => {
    expect(complaints({ references: [reference('URL', 'shop')] }, rules)).toEqual([
      { field: { list: 'references', row: 0, member: 'value' }, code: 'reference-url-invalid' },
    ])
    expect(complaints({ references: [reference('STRING', 'https://evil.example/')] }, rules)).toEqual([])
  })

  it('leave no preset of a weaker authority that leads elsewhere', () => {
    const elsewhere = mergeFieldRules(rules, preset('https://evil.example/'))

    expect(withFixedFields(request, elsewhere).references).toEqual([])
    expect(referenceRule(elsewhere, 'Order')).toEqual({})
    expect(
      withFixedFields(request, mergeFieldRules(rules, preset('https://eu.crm.example/1'))).references,
    ).toEqual([reference('URL', 'https://eu.crm.example/1')])
  })

  it('let no weaker authority’s preset that leads elsewhere take away a row that a stronger one asks for', () => {
    const asking = {
      references: { ...rules.references, byName: { Order: { type: 'URL', isRequired: true } } },
    } as const

    expect(mergeFieldRules(asking, preset('https://evil.example/'))).toEqual(asking)
    expect(ruledReferences(mergeFieldRules(asking, preset('https://eu.crm.example/')))).toEqual([
      ['Order', 'URL'],
    ])
  })

  it('of two authorities are those that both allow', () => {
    const both = mergeFieldRules(rules, {
      references: { urlHosts: ['*.example.com', 'eu.crm.example', 'other.example'] },
    })

    expect(both.references?.urlHosts?.toSorted()).toEqual(['eu.crm.example', 'shop.example.com'])
  })
})
