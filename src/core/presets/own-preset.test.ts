import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { presetsSchema } from '../../contract/rules/presets.ts'
import type { FieldRules, TaskDraft } from '../task/task-parts.ts'
import { scheduleChoices } from '../fields/schedule/schedule-choices.ts'
import { emptyDraft } from '../task/task-draft.ts'
import type { KeptParts } from '../existing-task/permissions.ts'
import { applyPreset } from './apply-preset.ts'
import { keptPresets, ownPresetTask, withoutPreset, withPreset } from './own-preset.ts'
import { presetsLimit, type Preset } from './preset.ts'

const now = new Date('2026-10-24T12:00:00Z')
const zone = 'Europe/London'

const own = (draft: Partial<TaskDraft>, keeps: KeptParts = 'everything', rules: FieldRules = {}) =>
  ownPresetTask({ ...emptyDraft, ...draft }, { rules, zone, now, keeps })

const later = (date: string, time: string) => ({
  schedule: { when: 'later', date, time, occurrence: 'first' } as const,
})

describe('a preset of the agent’s own', () => {
  it('fills another form as this one was filled, with its braces', () => {
    const text = fc.string({ unit: fc.constantFrom('{', '}', 'a', 'customer', ' b') })
    fc.assert(
      fc.property(text, text, text, (name, description, value) => {
        const draft: TaskDraft = {
          ...emptyDraft,
          name: `n${name}`,
          description: `d${description}`,
          destination: 'flow:refunds',
          references: [{ name: 'Note', type: 'STRING', value: `r${value}` }],
          attributes: [{ key: 'reason', value: `a${value}` }],
        }
        const { task = {} } = own(draft)
        const preset = { name: 'Mine', task }
        expect(presetsSchema.parse([preset])).toEqual([preset])
        const facts = { attribute: () => undefined }
        const applied = applyPreset(emptyDraft, preset, { now, zone, horizonDays: 6, rules: {}, facts })
        expect(applied.draft).toEqual(draft)
      }),
    )
  })

  it('keeps a start as a day ahead, and says that it leaves out another one', () => {
    expect(own(later('2026-10-25', '09:00'))).toEqual({
      task: { start: { inDays: 1, at: '09:00' } },
      leftOut: [],
    })
    for (const schedule of [later('2026-10-23', '09:00'), later('2026-10-25', '25:00'), later('', '')])
      expect(own({ name: 'A', ...schedule })).toEqual({ task: { name: 'A' }, leftOut: ['start'] })
  })

  it('keeps “in 30 min” as it was chosen, and not the time of the day that it meant then', () => {
    const [halfHour] = scheduleChoices({ now, horizonDays: 6, zone, locale: 'en-GB' })
    expect(halfHour?.name).toBe('half-hour')
    const { task } = own({ name: 'Call back', ...(halfHour && { schedule: halfHour.schedule }) })
    expect(task).toEqual({ name: 'Call back', start: { inMinutes: 30 } })
    const preset = { name: 'Mine', task: task ?? {} }
    const circumstances = { now, zone, horizonDays: 6, rules: {}, facts: { attribute: () => undefined } }
    const { draft } = applyPreset(emptyDraft, preset, circumstances)
    expect(own(draft).task).toEqual(task)
  })

  it('leaves out a start beside words that are not understood', () => {
    const schedule = {
      ...later('2026-10-25', '09:00').schedule,
      words: 'soon',
      areWordsUnclear: true,
    } as const
    expect(own({ name: 'A', schedule })).toEqual({ task: { name: 'A' }, leftOut: ['start'] })
  })

  it('leaves the files of the task out, and says so', () => {
    const attachments = [{ id: 'f', name: 'invoice.pdf', bytes: 7, type: 'application/pdf' }]

    expect(own({ name: 'A', attachments })).toEqual({ task: { name: 'A' }, leftOut: ['files'] })
  })

  it('has no values of attributes where policy keeps them out of the browser, and says so', () => {
    const attributes = [{ key: 'reason', value: 'refund' }]
    const kept = own({ attributes }, 'no-attribute-values')
    expect(kept).toEqual({ task: { attributes: [{ key: 'reason', value: '' }] }, leftOut: ['values'] })
    const stored: Preset[] = [{ name: 'Mine', task: { name: 'A', attributes } }]
    expect(keptPresets(stored, 'no-attribute-values')).toEqual([
      { name: 'Mine', task: { name: 'A', attributes: [{ key: 'reason', value: '' }] } },
    ])
    expect(keptPresets(stored, 'everything')).toEqual(stored)
    expect(keptPresets(stored, 'nothing')).toEqual([])
  })

  it('without a value asks for one, and leaves the agent’s', () => {
    const preset = { name: 'Mine', task: { attributes: [{ key: 'reason', value: '' }] } }
    const draft = { ...emptyDraft, attributes: [{ key: 'reason', value: 'mine' }] }
    const circumstances = { now, zone, horizonDays: 6, rules: {}, facts: { attribute: () => undefined } }
    expect(applyPreset(draft, preset, circumstances)).toMatchObject({ draft, replaced: [] })
  })

  it('holds nothing that the rules put into the form', () => {
    const rules: FieldRules = { name: { default: 'Call back' } }
    expect(own({ name: 'Call back' }, 'everything', rules).task).toBeUndefined()
    expect(own({}).task).toBeUndefined()
  })
})

const one = (name: string): Preset => ({ name, task: { name } })

describe('the presets in a browser', () => {
  it('have one of each name, and are not too many', () => {
    const many = Array.from({ length: presetsLimit + 5 }, (_, index) => one(`${index}`)).reduce(
      withPreset,
      [],
    )
    expect(many).toHaveLength(presetsLimit)
    expect(withPreset(many, one('20'))).toHaveLength(presetsLimit)
    expect(withoutPreset([one('a'), one('b')], 'a')).toEqual([one('b')])
  })
})
