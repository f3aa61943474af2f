import { describe, expect, it } from 'vitest'
import { withFixedFields } from '../../creating/check-task.ts'
import { emptyDraft } from '../../task/task-draft.ts'
import { timeZoneOf } from '../../time/zoned-time.ts'
import type { FieldRule } from '../field-rule.ts'
import type { ExpiryDraft } from './expiry-draft.ts'
import { expiryDraftOf, expiryMinutesIn } from './expiry-draft.ts'
import { expiryField, plannedExpiry } from './expiry.ts'

const days = (amount: string): ExpiryDraft => ({ amount, unit: 'days' })
const setting = (scheduleHorizonDays: number) => ({
  timeZone: timeZoneOf('Europe/London'),
  scheduleHorizonDays,
})
const later = { ...emptyDraft.schedule, when: 'later', date: '2027-02-01', time: '09:00' } as const

describe('the expiry of a draft', () => {
  it.each([
    [{ amount: '135', unit: 'minutes' }, 135],
    [{ amount: '2', unit: 'hours' }, 120],
    [{ amount: '1.1', unit: 'hours' }, 66],
    [{ amount: '1,5', unit: 'days' }, 2_160],
    [{ amount: ' 90 ', unit: 'days' }, 129_600],
    [{ amount: '91', unit: 'days' }, 131_040],
    [{ amount: '0', unit: 'days' }, 0],
    [{ amount: '0.001', unit: 'hours' }, 0.06],
  ] as const)('reads %j as %d minutes', (draft, minutes) => {
    expect(expiryMinutesIn(draft)).toEqual({ minutes, issues: [] })
  })

  it.each(['', '  '])('reads %j as none', (amount) => {
    expect(expiryMinutesIn(days(amount))).toEqual({ issues: [] })
  })

  it.each(['-1', '1e3', 'two', '1.', '.5', '1.000.000', '0x10', '∞', '1234567890'])(
    'refuses %j',
    (amount) => {
      expect(expiryMinutesIn(days(amount))).toEqual({
        issues: [{ field: 'expiryMinutes', code: 'expiry-not-whole' }],
      })
    },
  )

  it.each([
    [129_600, { amount: '90', unit: 'days' }],
    [120, { amount: '2', unit: 'hours' }],
    [135, { amount: '135', unit: 'minutes' }],
    [1_500, { amount: '25', unit: 'hours' }],
  ] as const)('shows %d minutes as %j', (minutes, draft) => {
    expect(expiryDraftOf(minutes)).toEqual(draft)
    expect(expiryMinutesIn(draft).minutes).toBe(minutes)
  })
})

describe('the expiry that is sent', () => {
  it.each([
    ['for a task that starts now', 30, { expiry: days(''), schedule: emptyDraft.schedule }, {}],
    ['for a task of the next days', 6, { expiry: days(''), schedule: later }, {}],
    ['that a long horizon needs', 30, { expiry: days(''), schedule: later }, { expiryMinutes: 53_280 }],
    ['of the agent', 30, { expiry: days('60'), schedule: later }, { expiryMinutes: 86_400 }],
    [
      'of the agent, without a schedule',
      6,
      { expiry: days('2'), schedule: emptyDraft.schedule },
      { expiryMinutes: 2_880 },
    ],
  ] as const)('is the one %s', (_, horizonDays, draft, request) => {
    expect(expiryField.read(draft, {}, setting(horizonDays)).request).toEqual(request)
  })

  it('is asked for where it is required, and not filled in', () => {
    const rules = { expiry: { isRequired: true } }
    const { request } = expiryField.read({ expiry: days(''), schedule: later }, rules, setting(30))

    expect(request).toEqual({})
    expect(expiryField.issues({}, rules, { now: new Date(0), scheduleHorizonDays: 30 })).toEqual([
      { field: 'expiryMinutes', code: 'field-required' },
    ])
  })

  it('is a whole number to Connect', () => {
    expect(expiryField.parameters({ expiryMinutes: 86_400 })).toEqual({
      SegmentAttributes: {
        'connect:ContactExpiry': { ValueMap: { ExpiryDuration: { ValueInteger: 86_400 } } },
      },
    })
    expect(expiryField.parameters({})).toEqual({})
  })
})

const issues = (expiry: FieldRule<number>, request: { expiryMinutes?: number; scheduledTime?: Date }) =>
  expiryField
    .issues(request, { expiry }, { now: new Date(0), scheduleHorizonDays: 30 })
    .map(({ code }) => code)

describe('the expiry that is said', () => {
  const now = emptyDraft.schedule
  it.each([
    [90, { expiry: days(''), schedule: now }, { minutes: 10_080, source: 'connect' }],
    [6, { expiry: days(''), schedule: later }, { minutes: 10_080, source: 'connect' }],
    [30, { expiry: days(''), schedule: later }, { minutes: 53_280, source: 'schedule' }],
    [30, { expiry: days('2'), schedule: later }, { minutes: 2_880, source: 'set' }],
  ] as const)('is the one that is sent, with %d days ahead for %j', (horizonDays, draft, planned) => {
    expect(plannedExpiry(draft, horizonDays)).toEqual(planned)
    const { expiryMinutes = 10_080 } = expiryField.read(draft, {}, setting(horizonDays)).request
    expect(expiryMinutes).toBe(planned.minutes)
  })

  it('is unknown while the agent types no time', () => {
    expect(plannedExpiry({ expiry: days('two'), schedule: now }, 6)).toBeUndefined()
  })
})

describe('a rule about the expiry', () => {
  const fixedTo2Days: FieldRule<number> = { default: 2_880, isLocked: true }
  it('lays its value into the draft, and fills it into the request', () => {
    const rules = { expiry: fixedTo2Days }

    expect(expiryField.draftUnder({ ...emptyDraft, expiry: days('9') }, rules)).toEqual({ expiry: days('2') })
    expect(expiryField.preset(emptyDraft, { expiry: { default: 120 } })).toEqual({
      expiry: { amount: '2', unit: 'hours' },
    })
    expect(withFixedFields({ name: 'n', references: [], attributes: [] }, rules).expiryMinutes).toBe(2_880)
  })

  it('refuses another value than its own', () => {
    expect(issues(fixedTo2Days, { expiryMinutes: 2_880 })).toEqual([])
    expect(issues(fixedTo2Days, { expiryMinutes: 2_881 })).toEqual(['field-locked'])
  })

  it('that locks it to nothing allows only what the schedule needs', () => {
    const locked = { isLocked: true }

    expect(expiryField.draftUnder({ ...emptyDraft, expiry: days('9') }, { expiry: locked })).toEqual({
      expiry: days(''),
    })
    expect(issues(locked, {})).toEqual([])
    expect(issues(locked, { expiryMinutes: 60 })).toEqual(['field-locked'])
    expect(issues(locked, { expiryMinutes: 53_280 })).toEqual(['field-locked'])
    expect(issues(locked, { expiryMinutes: 53_280, scheduledTime: new Date(1) })).toEqual([])
  })

  it.each([
    [{ default: 0 }, 'expiry.default expiry-not-whole'],
    [{ default: 1.5 }, 'expiry.default expiry-not-whole'],
    [{ default: 129_601 }, 'expiry.default expiry-too-long'],
    [{ isRequired: true, isHidden: true }, 'expiry withheld-without-value'],
  ])('%j is a mistake', (expiry, mistake) => {
    expect(expiryField.ruleMistakes({ expiry }).map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual(
      [mistake],
    )
  })
})
