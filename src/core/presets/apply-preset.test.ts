import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyDraft } from '../task/task-draft.ts'
import type { FieldRules, TaskDraft } from '../task/task-parts.ts'
import { applyPreset, type PresetCircumstances } from './apply-preset.ts'
import type { PresetTask } from './preset.ts'

const circumstances: PresetCircumstances = {
  now: new Date('2026-10-24T12:00:00Z'),
  horizonDays: 6,
  zone: 'Europe/London',
  rules: {},
  facts: {
    customer: 'Mia\nArgent',
    channel: 'call',
    attribute: (key) => (key === 'orderId' ? '42' : undefined),
  },
}

const refund: PresetTask = {
  name: 'Refund for {customer}',
  description: 'Order {attribute:orderId}, {channel}',
  destination: { type: 'quickConnect', quickConnectId: 'billing' },
  start: { inDays: 1, at: '09:00' },
  references: [{ name: 'Order', type: 'URL', value: 'https://shop.example.com/{attribute:orderId}' }],
  attributes: [{ key: 'reason', value: 'refund' }],
}

const applied = (mine: Partial<TaskDraft>, task: PresetTask = refund, rules: FieldRules = {}) =>
  applyPreset({ ...emptyDraft, ...mine }, { name: 'Preset', task }, { ...circumstances, rules })

describe('a preset', () => {
  it('puts a name with many blanks on one line at once', () => {
    const facts = { attribute: () => `Mia \r\n  Argent${' '.repeat(300_000)}x` }
    const preset = { name: 'Preset', task: { name: 'For {attribute:name}' } }

    const { draft } = applyPreset(emptyDraft, preset, { ...circumstances, facts })

    expect(draft.name.startsWith('For Mia Argent  ')).toBe(true)
  })

  it('fills an empty form and asks nothing', () => {
    expect(applied({})).toEqual({
      draft: {
        ...emptyDraft,
        name: 'Refund for Mia Argent',
        description: 'Order 42, call',
        destination: 'quickConnect:billing',
        schedule: { when: 'later', date: '2026-10-25', time: '09:00', occurrence: 'first' },
        references: [{ name: 'Order', type: 'URL', value: 'https://shop.example.com/42' }],
        attributes: [{ key: 'reason', value: 'refund' }],
      },
      gentle: expect.anything(),
      replaced: [],
    })
  })

  it('names what it would replace, and can leave it', () => {
    const mine = { name: 'My name', attributes: [{ key: 'reason', value: 'other' }] }
    const { draft, gentle, replaced } = applied(mine)

    expect(replaced).toEqual(['name', 'attributes'])
    expect(draft.name).toBe('Refund for Mia Argent')
    expect(gentle).toEqual({ ...draft, ...mine })
  })

  it('replaces nothing where the same or only blanks are typed, and keeps rows with other names', () => {
    const note = { name: 'Note', type: 'STRING' as const, value: 'mine' }
    const { draft, replaced } = applied({
      name: ' ',
      destination: 'quickConnect:billing',
      references: [note],
    })

    expect(replaced).toEqual([])
    expect(draft.references).toEqual([note, ...applied({}).draft.references])
  })

  it('does not change fields that it does not name', () => {
    const mine = { name: 'My name', description: 'Mine' }

    expect(applied(mine, { description: 'Theirs' })).toMatchObject({
      draft: { name: 'My name', description: 'Theirs' },
      gentle: mine,
      replaced: ['description'],
    })
  })

  it('changes no field that the rules fix', () => {
    const rules: FieldRules = { name: { default: 'Fixed', isLocked: true }, schedule: { isLocked: true } }
    const { draft, replaced } = applied({ name: 'Fixed' }, refund, rules)

    expect(draft).toMatchObject({ name: 'Fixed', schedule: { when: 'now' } })
    expect(replaced).toEqual([])
  })

  it('applied twice, and beside any draft, replaces nothing the second time', () => {
    const text = fc.constantFrom('', ' ', 'Mia', 'Refund for Mia Argent')
    fc.assert(
      fc.property(text, text, text, (name, key, value) => {
        const once = applied({ name, attributes: [{ key, value }] }).draft
        expect(applied(once)).toEqual({ draft: once, gentle: once, replaced: [] })
      }),
    )
  })
})

const startOf = (start: PresetTask['start'], now = circumstances.now.toISOString()) =>
  applyPreset(
    emptyDraft,
    { name: 'Preset', task: start ? { start } : {} },
    { ...circumstances, now: new Date(now) },
  ).draft.schedule

describe('the start of a preset', () => {
  it('is that many minutes from now, also when the clocks go back', () => {
    expect(startOf({ inMinutes: 90 }, '2026-10-25T00:00:00Z')).toEqual({
      when: 'later',
      date: '2026-10-25',
      time: '01:30',
      occurrence: 'second',
      aheadMinutes: 90,
    })
  })

  it('is at a time on the agent’s clock, that many days ahead', () => {
    expect(startOf({ inDays: 1, at: '09:00' }, '2026-10-24T23:30:00Z')).toMatchObject({ date: '2026-10-26' })
  })

  it('beyond the latest allowed time stays, so that the form shows the mistake', () => {
    expect(startOf({ inDays: 30, at: '09:00' })).toMatchObject({ date: '2026-11-23', time: '09:00' })
    expect(startOf({ inMinutes: 43_200 })).toMatchObject({ date: '2026-11-23', time: '12:00' })
  })
})
