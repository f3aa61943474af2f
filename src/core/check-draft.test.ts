import { describe, expect, it } from 'vitest'
import { checkDraft, fieldInDraft, type DraftCheck } from './check-draft.ts'
import type { Circumstances } from './task.ts'
import { readDraft, type DraftSetting } from './read-draft.ts'
import { emptyDraft, type TaskDraft } from './task-draft.ts'
import { timeZoneNamed } from './time/zoned-time.ts'

const setting: DraftSetting = {
  timeZone: timeZoneNamed('Europe/London'),
  scheduleHorizonDays: 6,
  contactId: 'c',
}
const circumstances: Circumstances = { now: new Date('2027-03-27T12:00:00Z'), scheduleHorizonDays: 6 }
const draft: TaskDraft = { ...emptyDraft, name: 'Call back', destination: 'quickConnect:q' }

const check = (edit: Partial<TaskDraft>) => checkDraft({ ...draft, ...edit }, setting, circumstances)

const complaintsAt = (found: DraftCheck) =>
  found.ok ? [] : found.issues.map(({ field, code }) => `${fieldInDraft(field, found.reading)} ${code}`)

describe('checkDraft', () => {
  it('makes a request of a draft that the rules have nothing against', () => {
    const reading = readDraft(draft, setting)

    expect(check({})).toEqual({ ok: true, request: reading.request, reading })
  })

  it('asks an untouched form for a name and a destination only', () => {
    expect(complaintsAt(checkDraft(emptyDraft, setting, circumstances))).toEqual([
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

  it('says of a date that the clocks skip only that they skip it', () => {
    const found = check({
      references: [
        { name: '', type: 'URL', value: '' },
        { name: 'Due', type: 'DATE', value: '2027-03-28T01:30' },
      ],
    })

    expect(complaintsAt(found)).toEqual(['references.1.value reference-date-skipped'])
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
})

describe('fieldInDraft', () => {
  const reading = { ...readDraft(draft, setting), referenceRows: [0, 2], attributeRows: [5] }

  it.each([
    ['references.0.name', 'references.0.name'],
    ['references.1.name', 'references.2.name'],
    ['references.1.value', 'references.2.value'],
    ['attributes.0.key', 'attributes.5.key'],
    ['attributes.0.value', 'attributes.5.value'],
    ['references', 'references'],
    ['name', 'name'],
    ['references.7.name', 'references'],
    ['something.new', 'something.new'],
  ])('turns %s into %s', (field, typed) => {
    expect(fieldInDraft(field, reading)).toBe(typed)
  })

  it('leaves out a link that is fixed where the contact cannot carry it, nor any other that is allowed', () => {
    const fixed = { link: { types: ['previous'], isLocked: true } } as const
    const of = (channel: 'chat' | 'email') =>
      checkDraft(
        { ...draft, link: 'previous' },
        { ...setting, contactId: 'c' },
        { ...circumstances, fieldRules: fixed, linkedContact: { channel } },
      )

    expect(of('chat')).toMatchObject({ ok: true, request: { link: { type: 'previous', contactId: 'c' } } })
    expect(of('email')).toMatchObject({
      ok: true,
      request: expect.not.objectContaining({ link: expect.anything() }),
    })
  })
})
