import { describe, expect, it } from 'vitest'
import type { DraftCircumstances, DraftSetting } from '../task/circumstances.ts'
import { formatFieldPath, parseFieldPath } from '../issues/field-path.ts'
import type { ScheduleDraft } from '../fields/schedule/schedule-draft.ts'
import { fieldInDraft, prepare, readDraft, type Prepared } from './prepare.ts'
import { emptyDraft } from '../task/task-draft.ts'
import type { TaskDraft } from '../task/task-parts.ts'
import { timeZoneOf } from '../time/zoned-time.ts'

const circumstances: DraftCircumstances = {
  timeZone: timeZoneOf('Europe/London'),
  now: new Date('2027-03-27T12:00:00Z'),
  scheduleHorizonDays: 6,
  contactId: 'c',
}
const draft: TaskDraft = { ...emptyDraft, name: 'Call back', destination: 'quickConnect:q' }

const check = (edit: Partial<TaskDraft>) => prepare({ ...draft, ...edit }, circumstances)

const complaintsAt = (found: Prepared) =>
  found.ok ? [] : found.issues.map(({ field, code }) => `${formatFieldPath(field)} ${code}`)

describe('prepare', () => {
  it('makes a request of a valid draft', () => {
    expect(check({})).toEqual({ ok: true, request: readDraft(draft, circumstances).request })
  })

  it('asks an untouched form for a name and a destination only', () => {
    expect(complaintsAt(prepare(emptyDraft, circumstances))).toEqual([
      'name name-missing',
      'destination destination-missing',
    ])
  })

  it('drops blank rows, and its complaints still point to the rows that were typed', () => {
    const found = check({
      references: [
        { name: '', type: 'URL', value: '' },
        { name: 'Order', type: 'URL', value: 'https://example.com' },
        { name: '', type: 'STRING', value: '' },
        { name: 'Order', type: 'NUMBER', value: '1,5' },
      ],
      attributes: [
        { key: '', value: '' },
        { key: 'ok', value: '' },
        { key: '', value: '' },
        { key: 'é', value: '\ud83d' },
      ],
    })

    expect(complaintsAt(found)).toEqual([
      'references.3.name reference-name-repeated',
      'references.3.value reference-number-invalid',
      'attributes.3.key attribute-key-invalid',
      'attributes.3.value text-not-unicode',
    ])
  })

  it('complains about a date that the clocks skip only once', () => {
    const found = check({
      references: [
        { name: '', type: 'URL', value: '' },
        { name: 'Due', type: 'DATE', value: '2027-03-28T01:30' },
      ],
    })

    expect(complaintsAt(found)).toEqual(['references.1.value reference-date-skipped'])
  })

  it.each([
    ['', 'reference-date-incomplete'],
    ['202609-01-01T09:00', 'reference-date-year'],
    ['0026-09-01T09:00', 'reference-date-year'],
  ])('says of a date that is typed as %j what is wrong with it', (value, code) => {
    const found = check({ references: [{ name: 'Due', type: 'DATE', value }] })

    expect(complaintsAt(found)).toEqual([`references.0.value ${code}`])
  })

  it.each([
    ['2027-03-28', '01:30', 'schedule-time-skipped'],
    ['2027-03-28', '', 'schedule-incomplete'],
    ['2027-03-27', '12:00', 'schedule-past'],
    ['2027-04-02', '13:01', 'schedule-too-far'],
  ])('complains once about a schedule on %s at %j', (date, time, code) => {
    expect(complaintsAt(check({ schedule: { when: 'later', date, time, occurrence: 'first' } }))).toEqual([
      `scheduledTime ${code}`,
    ])
  })

  it('accepts the last minute of the window, an hour later by the clock than when it began', () => {
    const schedule = { when: 'later', date: '2027-04-02', time: '13:00', occurrence: 'first' } as const

    expect(check({ schedule })).toMatchObject({
      ok: true,
      request: { scheduledTime: new Date('2027-04-02T12:00:00Z') },
    })
  })

  it('keeps a key and a name of __proto__', () => {
    expect(
      check({
        references: [{ name: '__proto__', type: 'STRING', value: 'x' }],
        attributes: [{ key: '__proto__', value: 'y' }],
      }),
    ).toMatchObject({
      ok: true,
      request: {
        references: [{ name: '__proto__', type: 'STRING', value: 'x' }],
        attributes: [{ key: '__proto__', value: 'y' }],
      },
    })
  })

  it('leaves out a fixed link if the contact allows neither it nor another allowed link', () => {
    const fixed = { link: { types: ['previous'], isLocked: true } } as const
    const of = (channel: 'chat' | 'email') =>
      prepare(
        { ...draft, link: 'previous' },
        { ...circumstances, fieldRules: fixed, linkedContact: { channel } },
      )

    expect(of('chat')).toMatchObject({ ok: true, request: { link: { type: 'previous', contactId: 'c' } } })
    expect(of('email')).toMatchObject({
      ok: true,
      request: expect.not.objectContaining({ link: expect.anything() }),
    })
  })
})

describe('fieldInDraft', () => {
  const rows = { references: [0, 2], attributes: [5], attachments: [0] }

  it.each([
    ['references.0.name', 'references.0.name'],
    ['references.1.name', 'references.2.name'],
    ['references.1.value', 'references.2.value'],
    ['attributes.0.key', 'attributes.5.key'],
    ['attributes.0.value', 'attributes.5.value'],
    ['references', 'references'],
    ['name', 'name'],
    ['references.7.name', 'references'],
  ])('turns %s into %s', (field, typed) => {
    const path = parseFieldPath(field) ?? 'name'

    expect(formatFieldPath(fieldInDraft(path, rows))).toBe(typed)
  })
})

const newYorkSetting: DraftSetting = {
  timeZone: timeZoneOf('America/New_York'),
  scheduleHorizonDays: 6,
  contactId: 'c',
}
const readable: TaskDraft = { ...emptyDraft, name: 'Call back', destination: 'flow:f' }

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
    expect(readDraft(readable, newYorkSetting)).toEqual({
      request: {
        name: 'Call back',
        destination: { type: 'flow', flowId: 'f' },
        link: { type: 'related', contactId: 'c' },
        references: [],
        attributes: [],
      },
      issues: [],
      rows: { references: [], attributes: [], attachments: [] },
    })
  })

  it('reads an untouched form without a complaint of its own', () => {
    expect(readDraft(emptyDraft, newYorkSetting)).toMatchObject({ request: { name: '' }, issues: [] })
  })

  it('drops the blanks around a name and a description', () => {
    const { request } = readDraft(
      { ...readable, name: ' Call back\n', description: '\n About \n it ' },
      newYorkSetting,
    )

    expect(request).toMatchObject({ name: 'Call back', description: 'About \n it' })
  })

  it('leaves out a blank description and a destination that is not chosen', () => {
    const { request } = readDraft({ ...readable, description: ' \n', destination: '' }, newYorkSetting)

    expect(new Set(Object.keys(request))).toEqual(new Set(['name', 'link', 'references', 'attributes']))
  })

  it.each(['related', 'previous'] as const)('links the task as %s to the contact at hand', (type) => {
    expect(readDraft({ ...readable, link: type }, newYorkSetting).request.link).toEqual({
      type,
      contactId: 'c',
    })
  })

  it('links nothing where there is no contact or the agent wants no link', () => {
    const { contactId: _, ...noContact } = newYorkSetting

    expect(readDraft(readable, noContact).request).not.toHaveProperty('link')
    expect(readDraft({ ...readable, link: 'none' }, newYorkSetting).request).not.toHaveProperty('link')
  })

  it('drops untouched rows and remembers which rows are left', () => {
    const reading = readDraft(
      {
        ...readable,
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
      newYorkSetting,
    )

    expect(reading.request.references).toEqual([
      { name: 'Order', type: 'NUMBER', value: '42' },
      { name: '', type: 'STRING', value: ' as typed ' },
    ])
    expect(reading.rows.references).toEqual([1, 3])
    expect(reading.request.attributes).toEqual([
      { key: '', value: 'x' },
      { key: 'a', value: '' },
    ])
    expect(reading.rows.attributes).toEqual([1, 2])
  })

  it('schedules at the instant that the clock of the agent means', () => {
    const { request, issues } = readDraft(
      { ...readable, schedule: later('2026-12-01', '09:00') },
      newYorkSetting,
    )

    expect(issues).toEqual([])
    expect(request.scheduledTime).toEqual(new Date('2026-12-01T14:00:00Z'))
    expect(request).not.toHaveProperty('expiryMinutes')
  })

  it('lets a task outlive a horizon of more than 6 days', () => {
    const longHorizon = { ...newYorkSetting, scheduleHorizonDays: 30 }
    const scheduled = { ...readable, schedule: later('2026-12-01', '09:00') }

    expect(readDraft(scheduled, longHorizon).request.expiryMinutes).toBe(53_280)
    expect(readDraft(readable, longHorizon).request).not.toHaveProperty('expiryMinutes')
  })

  it('complains about a skipped date at the row that is sent', () => {
    const { issues } = readDraft(
      {
        ...readable,
        references: [
          { name: '', type: 'URL', value: '' },
          { name: 'Due', type: 'DATE', value: '2026-03-08T02:30' },
        ],
      },
      newYorkSetting,
    )

    expect(issues).toEqual([
      { field: { list: 'references', row: 0, member: 'value' }, code: 'reference-date-skipped' },
    ])
  })
})
