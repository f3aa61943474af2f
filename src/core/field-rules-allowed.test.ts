import { describe, expect, it } from 'vitest'
import { blankDraft, draftUnder } from './field-rules-draft.ts'
import { mergeFieldRules } from './field-rules-merge.ts'
import { applyFieldRules, fieldRuleIssues } from './field-rules-request.ts'
import {
  carriedLink,
  linkChoices,
  referenceRule,
  referencesAccess,
  ruledReferences,
  type FieldRules,
} from './field-rules.ts'
import type { Reference } from './fields/references.ts'
import type { ReferenceType } from './fields/reference-types.ts'
import { emptyDraft } from './task-draft.ts'
import type { TaskRequest } from './task-request.ts'

const request: TaskRequest = { name: 'Call back', references: [], attributes: [] }

const complaints = (edit: Partial<TaskRequest>, rules: FieldRules) =>
  fieldRuleIssues(applyFieldRules({ ...request, ...edit }, rules), rules)

const linked = (type: 'related' | 'previous') => ({ link: { type, contactId: 'call' } })

const reference = (type: ReferenceType, value: string): Reference => ({ name: 'Order', type, value })

describe('the link types that are allowed', () => {
  const relatedOnly: FieldRules = { link: { types: ['related'] } }
  const previousOnly: FieldRules = { link: { types: ['previous'] } }

  it('are the only ones a task may have, and having none stays free', () => {
    expect(complaints(linked('previous'), relatedOnly)).toEqual([{ field: 'link', code: 'link-not-allowed' }])
    expect(complaints(linked('related'), relatedOnly)).toEqual([])
    expect(complaints({}, relatedOnly)).toEqual([])
  })

  it('are the only ones to choose from', () => {
    expect(linkChoices(relatedOnly, 'voice')).toEqual(['related', 'none'])
    expect(linkChoices({ link: { types: ['previous'], isRequired: true } }, 'voice')).toEqual(['previous'])
    expect(linkChoices(previousOnly, 'email')).toEqual(['none'])
  })

  it('decide what a draft begins with, and what becomes of one from before', () => {
    expect(blankDraft(previousOnly).link).toBe('previous')
    expect(draftUnder({ ...emptyDraft, link: 'related' }, previousOnly).link).toBe('previous')
    expect(draftUnder({ ...emptyDraft, link: 'none' }, previousOnly).link).toBe('none')
  })

  it('count more than a weaker authority’s preset', () => {
    const rules = mergeFieldRules(relatedOnly, {
      link: { default: 'previous', types: ['related', 'previous'] },
    })

    expect(blankDraft(rules).link).toBe('related')
    expect(linkChoices(rules, 'chat')).toEqual(['related', 'none'])
  })

  it('leave a task that must be linked as its channel allows nothing but no link at all', () => {
    expect(linkChoices({ link: { types: ['previous'], isLocked: true } }, 'email')).toEqual(['none'])
  })

  it('leave a fixed link that the channel cannot carry the nearest of them', () => {
    expect(carriedLink('previous', { link: { default: 'previous', isLocked: true } }, 'email')).toBe(
      'related',
    )
    expect(carriedLink('previous', { link: { types: ['previous'], isLocked: true } }, 'email')).toBe('none')
    expect(carriedLink('previous', { link: { types: ['previous'], isLocked: true } }, 'chat')).toBe(
      'previous',
    )
    // The agent's own choice stays, and is complained about.
    expect(carriedLink('previous', { link: { types: ['previous'] } }, 'email')).toBe('previous')
  })
})

describe('the reference types that are allowed', () => {
  const rules: FieldRules = { references: { types: ['URL', 'EMAIL'] } }

  it('are the only ones a reference may have', () => {
    expect(complaints({ references: [reference('STRING', 'x')] }, rules)).toEqual([
      { field: 'references.0.value', code: 'reference-type-not-allowed' },
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

const preset = (value: string): FieldRules => ({
  references: { byName: { Order: { type: 'URL', default: value, isHidden: true } } },
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
        field: 'references.0.value',
        code: 'reference-host-not-allowed',
        name: 'shop.example.com, *.crm.example',
      },
    ])
  })

  it('leave what is no web address to the rule about web addresses, and other types alone', () => {
    expect(complaints({ references: [reference('URL', 'shop')] }, rules)).toEqual([])
    expect(complaints({ references: [reference('STRING', 'https://evil.example/')] }, rules)).toEqual([])
  })

  it('leave no preset of a weaker authority that leads elsewhere', () => {
    const elsewhere = mergeFieldRules(rules, preset('https://evil.example/'))

    expect(applyFieldRules(request, elsewhere).references).toEqual([])
    expect(referenceRule(elsewhere, 'Order')).toEqual({})
    expect(
      applyFieldRules(request, mergeFieldRules(rules, preset('https://eu.crm.example/1'))).references,
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
