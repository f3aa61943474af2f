import { describe, expect, it } from 'vitest'
import { formatFieldPath } from '../issues/field-path.ts'
import { prepare } from '../creating/prepare.ts'
import { blankDraft, draftUnder, fieldAccess } from './task-rules.ts'
import type { FieldRules, TaskDraft } from './task-parts.ts'
import { emptyDraft } from './task-draft.ts'
import { timeZoneOf } from '../time/zoned-time.ts'

const check = (draft: TaskDraft, fieldRules: FieldRules) => {
  const setting = {
    timeZone: timeZoneOf('Europe/London'),
    scheduleHorizonDays: 6,
    contactId: 'c',
    fieldRules,
  }
  return prepare(draft, { ...setting, now: new Date('2027-03-27T12:00:00Z') })
}

const complaintsAt = (draft: TaskDraft, rules: FieldRules) => {
  const found = check(draft, rules)
  return found.ok ? [] : found.issues.map(({ field, code }) => `${formatFieldPath(field)} ${code}`)
}

const rules: FieldRules = {
  name: { default: 'Call back' },
  destination: { default: { type: 'quickConnect', quickConnectId: 'q' }, isLocked: true },
  link: { default: 'none', isHidden: true },
  references: {
    byName: { Order: { type: 'URL', isRequired: true }, Due: { type: 'DATE' } },
  },
  attributes: {
    isLocked: true,
    byKey: {
      reason: { isRequired: true },
      mood: { default: 'fine' },
      note: {},
      source: { default: 'crm', isLocked: true },
      tenant: { default: 't1', isHidden: true },
      vip: { isLocked: true },
    },
  },
}

describe('blankDraft', () => {
  it('is the empty draft where nothing is ruled', () => {
    expect(blankDraft({})).toEqual(emptyDraft)
  })

  it('holds every default and a row for all that the agent is asked or shown', () => {
    expect(blankDraft(rules)).toEqual({
      ...emptyDraft,
      name: 'Call back',
      destination: 'quickConnect:q',
      link: 'none',
      references: [
        { name: 'Order', type: 'URL', value: '' },
        { name: 'Due', type: 'DATE', value: '' },
      ],
      attributes: [
        { key: 'reason', value: '' },
        { key: 'mood', value: 'fine' },
        { key: 'note', value: '' },
        { key: 'source', value: 'crm' },
      ],
    })
  })

  it('starts with later where a task must be scheduled', () => {
    expect(blankDraft({ schedule: { isRequired: true } }).schedule.when).toBe('later')
  })
})

describe('prepare under field rules', () => {
  it('asks for what is required at the row it is asked in', () => {
    expect(complaintsAt(blankDraft(rules), rules)).toEqual([
      'references.0.value field-required',
      'attributes.0.value field-required',
    ])
  })

  it('sends what is filled in and what is hidden, and no row that was left without a value', () => {
    const filled: TaskDraft = {
      ...emptyDraft,
      name: 'Call back',
      references: [{ name: 'Order', type: 'URL', value: 'https://example.com' }],
      attributes: [
        { key: 'reason', value: 'refund' },
        { key: 'mood', value: 'fine' },
      ],
    }
    const draft = draftUnder(filled, rules)

    expect(check(draft, rules)).toMatchObject({
      ok: true,
      request: {
        references: [{ name: 'Order', type: 'URL', value: 'https://example.com' }],
        attributes: [
          { key: 'reason', value: 'refund' },
          { key: 'mood', value: 'fine' },
          { key: 'source', value: 'crm' },
          { key: 'tenant', value: 't1' },
        ],
      },
    })
  })

  it('complains about a row that only the rules know at its list', () => {
    const broken: FieldRules = { attributes: { byKey: { 'a b': { default: 'x', isHidden: true } } } }
    const draft = { ...emptyDraft, name: 'x', destination: 'flow:f', attributes: [{ key: '', value: '' }] }

    expect(complaintsAt(draft, broken)).toEqual(['attributes attribute-key-invalid'])
  })
})

describe('draftUnder', () => {
  it('brings a draft from yesterday under the rules of today, and keeps what the agent may say', () => {
    const kept: TaskDraft = {
      ...emptyDraft,
      name: 'Mine',
      destination: 'flow:old',
      references: [
        { name: 'Order', type: 'URL', value: 'https://example.com' },
        { name: 'Due', type: 'STRING', value: 'soon' },
      ],
      attributes: [
        { key: 'own', value: 'x' },
        { key: 'source', value: 'else' },
        { key: 'tenant', value: 't0' },
        { key: 'mood', value: '' },
      ],
    }

    expect(draftUnder(kept, rules)).toEqual({
      ...emptyDraft,
      name: 'Mine',
      destination: 'quickConnect:q',
      link: 'none',
      references: [
        { name: 'Order', type: 'URL', value: 'https://example.com' },
        { name: 'Due', type: 'DATE', value: '' },
      ],
      attributes: [
        { key: 'reason', value: '' },
        { key: 'mood', value: '' },
        { key: 'note', value: '' },
        { key: 'source', value: 'crm' },
        { key: 'own', value: 'x' },
      ],
    })
  })

  it('links a draft that is not linked, once every task must be', () => {
    const unlinked = { ...emptyDraft, link: 'none' } as const

    expect(draftUnder(unlinked, { link: { isRequired: true } }).link).toBe('related')
    expect(draftUnder(unlinked, { link: { types: ['related'] } }).link).toBe('none')
  })

  it('changes nothing when applied a second time', () => {
    const once = draftUnder(blankDraft(rules), rules)

    expect(draftUnder(once, rules)).toEqual(once)
  })
})

describe('fieldAccess', () => {
  it('is what the rule of the field says', () => {
    expect(fieldAccess('destination', rules)).toBe('locked')
    expect(fieldAccess('link', rules)).toBe('hidden')
    expect(fieldAccess('references', rules)).toBe('editable')
  })

  it('is open where the task needs a value and the rule gives none', () => {
    expect(fieldAccess('name', { name: { isHidden: true } })).toBe('editable')
    expect(fieldAccess('description', { description: { isHidden: true } })).toBe('hidden')
  })
})
