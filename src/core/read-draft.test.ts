import { describe, expect, it } from 'vitest'
import { readDraft, referenceFromDraft, scheduledInstant, type DraftSetting } from './read-draft.ts'
import { emptyDraft, type ScheduleDraft, type TaskDraft } from './task-draft.ts'
import { timeZoneNamed } from './time/zoned-time.ts'

const newYork = timeZoneNamed('America/New_York')
const setting: DraftSetting = { timeZone: newYork, scheduleHorizonDays: 6, contactId: 'c' }

const draft: TaskDraft = { ...emptyDraft, name: 'Call back', destination: 'flow:f' }

const later = (
  date: string,
  time: string,
  occurrence: ScheduleDraft['occurrence'] = 'first',
): ScheduleDraft => ({
  when: 'later',
  date,
  time,
  occurrence,
})

describe('readDraft', () => {
  it('reads the least an agent can type', () => {
    expect(readDraft(draft, setting)).toEqual({
      request: {
        name: 'Call back',
        destination: { type: 'flow', flowId: 'f' },
        link: { type: 'related', contactId: 'c' },
        references: [],
        attributes: [],
      },
      issues: [],
      referenceRows: [],
      attributeRows: [],
    })
  })

  it('reads an untouched form without a complaint of its own', () => {
    expect(readDraft(emptyDraft, setting)).toMatchObject({ request: { name: '' }, issues: [] })
  })

  it('drops the blanks around a name and a description', () => {
    const { request } = readDraft({ ...draft, name: ' Call back\n', description: '\n About \n it ' }, setting)

    expect(request).toMatchObject({ name: 'Call back', description: 'About \n it' })
  })

  it('leaves out a blank description and a destination that is not chosen', () => {
    const { request } = readDraft({ ...draft, description: ' \n', destination: '' }, setting)

    expect(Object.keys(request)).toEqual(['name', 'link', 'references', 'attributes'])
  })

  it.each(['related', 'previous'] as const)('links the task as %s to the contact at hand', (type) => {
    expect(readDraft({ ...draft, link: type }, setting).request.link).toEqual({ type, contactId: 'c' })
  })

  it('links nothing where there is no contact or the agent wants no link', () => {
    const { contactId: _, ...noContact } = setting

    expect(readDraft(draft, noContact).request).not.toHaveProperty('link')
    expect(readDraft({ ...draft, link: 'none' }, setting).request).not.toHaveProperty('link')
  })

  it('drops untouched rows and remembers which rows are left', () => {
    const reading = readDraft(
      {
        ...draft,
        references: [
          { name: '', type: 'URL', value: '' },
          { name: ' Order ', type: 'NUMBER', value: ' 42 ' },
          { name: '', type: 'DATE', value: '' },
          { name: '', type: 'STRING', value: ' as typed ' },
        ],
        attributes: [
          { key: '', value: '' },
          { key: '', value: 'x' },
          { key: 'a', value: '' },
        ],
      },
      setting,
    )

    expect(reading.request.references).toEqual([
      { name: 'Order', type: 'NUMBER', value: '42' },
      { name: '', type: 'STRING', value: ' as typed ' },
    ])
    expect(reading.referenceRows).toEqual([1, 3])
    expect(reading.request.attributes).toEqual([
      { key: '', value: 'x' },
      { key: 'a', value: '' },
    ])
    expect(reading.attributeRows).toEqual([1, 2])
  })

  it('schedules at the instant that the clock of the agent means', () => {
    const { request, issues } = readDraft({ ...draft, schedule: later('2026-12-01', '09:00') }, setting)

    expect(issues).toEqual([])
    expect(request.scheduledTime).toEqual(new Date('2026-12-01T14:00:00Z'))
    expect(request).not.toHaveProperty('expiryMinutes')
  })

  it('lets a task outlive a horizon of more than 6 days', () => {
    const longHorizon = { ...setting, scheduleHorizonDays: 30 }
    const scheduled = { ...draft, schedule: later('2026-12-01', '09:00') }

    expect(readDraft(scheduled, longHorizon).request.expiryMinutes).toBe(53_280)
    expect(readDraft(draft, longHorizon).request).not.toHaveProperty('expiryMinutes')
  })

  it('complains about a skipped date at the row that is sent', () => {
    const { issues } = readDraft(
      {
        ...draft,
        references: [
          { name: '', type: 'URL', value: '' },
          { name: 'Due', type: 'DATE', value: '2026-03-08T02:30' },
        ],
      },
      setting,
    )

    expect(issues).toEqual([{ field: 'references.0.value', code: 'reference-date-skipped' }])
  })
})

describe('scheduledInstant', () => {
  it('is none for now, whatever the inputs still hold', () => {
    expect(scheduledInstant({ ...later('2026-12-01', '09:00'), when: 'now' }, newYork)).toEqual({
      issues: [],
    })
  })

  it.each([
    ['first', '2026-11-01T05:30:00Z'],
    ['second', '2026-11-01T06:30:00Z'],
  ] as const)('is the %s of two where the clocks go back', (occurrence, instant) => {
    expect(scheduledInstant(later('2026-11-01', '01:30', occurrence), newYork)).toEqual({
      instant: new Date(instant),
      issues: [],
    })
  })

  it.each(['first', 'second'] as const)('asks nothing of the %s where a time comes once', (occurrence) => {
    expect(scheduledInstant(later('2026-11-01', '09:00', occurrence), newYork)).toEqual({
      instant: new Date('2026-11-01T14:00:00Z'),
      issues: [],
    })
  })

  it('refuses a time that the clocks skip', () => {
    expect(scheduledInstant(later('2026-03-08', '02:30'), newYork)).toEqual({
      issues: [{ field: 'scheduledTime', code: 'schedule-time-skipped' }],
    })
  })

  it.each([
    ['', ''],
    ['2026-12-01', ''],
    ['', '09:00'],
    ['2026-02-31', '09:00'],
  ])('asks for what is missing from %j and %j', (date, time) => {
    expect(scheduledInstant(later(date, time), newYork)).toEqual({
      issues: [{ field: 'scheduledTime', code: 'schedule-incomplete' }],
    })
  })
})

describe('referenceFromDraft', () => {
  it.each([
    ['once', '2026-12-01T09:00', '2026-12-01T14:00:00.000Z'],
    ['twice, its first coming', '2026-11-01T01:30', '2026-11-01T05:30:00.000Z'],
    ['never, as typed', '2026-03-08T02:30', '2026-03-08T02:30'],
    ['not yet a date, as typed', '2026-', '2026-'],
  ])('reads a date that comes %s', (_, typed, value) => {
    expect(referenceFromDraft({ name: ' Due ', type: 'DATE', value: typed }, newYork)).toEqual({
      name: 'Due',
      type: 'DATE',
      value,
    })
  })

  it.each(['URL', 'NUMBER', 'EMAIL'] as const)('drops the blanks around a %s', (type) => {
    expect(referenceFromDraft({ name: 'n', type, value: ' x ' }, newYork).value).toBe('x')
  })
})
