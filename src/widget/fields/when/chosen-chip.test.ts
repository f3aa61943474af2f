import { describe, expect, it } from 'vitest'
import { scheduleChoices, type ScheduleChoice } from '../../../core/fields/schedule/schedule-choices.ts'
import type { ScheduleDraft } from '../../../core/fields/schedule/schedule-draft.ts'
import { emptyDraft } from '../../../core/task/task-draft.ts'
import { chosenChip, type ChipCircumstances } from './chosen-chip.ts'

const choicesAt = (now: string) =>
  scheduleChoices({ now: new Date(now), horizonDays: 6, zone: 'Europe/London', locale: 'en-GB' })

const named = (choices: readonly ScheduleChoice[], name: string) =>
  choices.find((choice) => choice.name === name)

/** 27 November 2026 is a Friday. */
const offered = choicesAt('2026-11-27T12:00:00Z')
const halfHour = named(offered, 'half-hour')

const chipOf = (schedule: ScheduleDraft | undefined, circumstances: Partial<ChipCircumstances> = {}) =>
  chosenChip(schedule ?? emptyDraft.schedule, {
    offered,
    pressed: undefined,
    isPicking: false,
    isRequired: false,
    ...circumstances,
  })

const laterOpen: ScheduleDraft = { when: 'later', date: '', time: '', occurrence: 'first' }

describe('chosenChip()', () => {
  it('keeps “In 30 min” chosen while time passes', () => {
    const minutesLater = choicesAt('2026-11-27T12:05:00Z')

    expect(chipOf(halfHour?.schedule, { pressed: halfHour, offered: minutesLater })).toBe('half-hour')
  })

  it('knows a morning by its time, also in a draft that was stored', () => {
    expect(chipOf(named(offered, 'tomorrow')?.schedule)).toBe('tomorrow')
    expect(chipOf(named(offered, 'working-day')?.schedule)).toBe('working-day')
    expect(chipOf({ when: 'later', date: '2026-11-28', time: '10:00', occurrence: 'first' })).toBe('pick')
  })

  it('is that of the picker as long as it is open', () => {
    expect(chipOf(named(offered, 'tomorrow')?.schedule, { isPicking: true })).toBe('pick')
    expect(chipOf(laterOpen, { isPicking: true, isRequired: true })).toBe('pick')
  })

  it('is none at first where the organisation asks for a time', () => {
    expect(chipOf(laterOpen, { isRequired: true })).toBeUndefined()
    expect(chipOf(laterOpen)).toBe('pick')
    expect(chipOf(emptyDraft.schedule)).toBe('now')
  })
})
