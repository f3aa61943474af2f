import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReaderClock } from '../moment-reader.ts'
import { readMoment } from './read-moment.ts'

/** 29 November 2026 is a Sunday. */
const clock: ReaderClock = { local: new Date('2026-11-29T09:38:20Z'), isDayFirst: true }
const minuteMs = 60_000

const moment = (date: string, time: string, isAfternoonTaken = false) => ({
  kind: 'moment',
  date,
  time,
  isAfternoonTaken,
})

describe('readMoment()', () => {
  it.each([
    ['fri 3pm', moment('2026-12-04', '15:00')],
    ['Friday at 15:00', moment('2026-12-04', '15:00')],
    ['tomorrow 9', moment('2026-11-30', '09:00')],
    ['tomorrow at 9', moment('2026-11-30', '09:00')],
    ['tomorrow 930', moment('2026-11-30', '09:30')],
    ['tomorrow noon', moment('2026-11-30', '12:00')],
    ['mon 10:30', moment('2026-11-30', '10:30')],
    ['monday 0900', moment('2026-11-30', '09:00')],
    ['9pm', moment('2026-11-29', '21:00')],
    ['21.30', moment('2026-11-29', '21:30')],
    ['9', moment('2026-11-30', '09:00')],
    ['sun 10', moment('2026-11-29', '10:00')],
    ['sun 9', moment('2026-12-06', '09:00')],
    ['sun 9am', moment('2026-12-06', '09:00')],
    ['1st dec 9am', moment('2026-12-01', '09:00')],
    ['2026-12-01 10:00', moment('2026-12-01', '10:00')],
    ['in 2 days at 9', moment('2026-12-01', '09:00')],
    ['the day after tomorrow 9am', moment('2026-12-01', '09:00')],
    ['tmr 3pm', moment('2026-11-30', '15:00')],
    ["tomorrow 9 o'clock", moment('2026-11-30', '09:00')],
  ])('understands %j', (text, expected) => {
    expect(readMoment(text, clock)).toEqual(expected)
  })

  it.each([
    ['fri 3', moment('2026-12-04', '15:00', true)],
    ['at 3', moment('2026-11-29', '15:00', true)],
    ['today 5', moment('2026-11-29', '17:00', true)],
    ['sun at 4:30', moment('2026-11-29', '16:30', true)],
    ['tomorrow at 2', moment('2026-11-30', '14:00', true)],
    ['tomorrow 02:30', moment('2026-11-30', '02:30')],
    ['fri 4am', moment('2026-12-04', '04:00')],
  ])('takes a bare hour from 1 to 6 as the afternoon, and says so: %j', (text, expected) => {
    expect(readMoment(text, clock)).toEqual(expected)
  })

  it.each([
    ['in 90 minutes', 90],
    ['in half an hour', 30],
    ['in an hour', 60],
    ['in 2h', 120],
    ['in 1.5 hours', 90],
    ['in 1 day 3 hours', 27 * 60],
  ])('counts %j from now, to the second', (text, minutes) => {
    expect(readMoment(text, clock)).toEqual({ kind: 'ahead', milliseconds: minutes * minuteMs })
  })

  it.each([
    ['in 6 days', { kind: 'days-ahead', days: 6 }],
    ['in a week', { kind: 'days-ahead', days: 7 }],
    ['now', { kind: 'now' }],
    ['Latest', { kind: 'latest' }],
    ['as late as possible', { kind: 'latest' }],
    ['fri', { kind: 'day', date: '2026-12-04' }],
    ['tomorrow', { kind: 'day', date: '2026-11-30' }],
    ['tomorrow morning', { kind: 'part-of-day', date: '2026-11-30' }],
    ['tomorrow afternoon', { kind: 'part-of-day', date: '2026-11-30' }],
    ['fri evening', { kind: 'part-of-day', date: '2026-12-04' }],
    ['tomorrow night', { kind: 'part-of-day', date: '2026-11-30' }],
    ['tonight', { kind: 'part-of-day', date: '2026-11-29' }],
    ['3pm EST', { kind: 'instant', instant: new Date('2026-11-29T20:00:00Z') }],
  ])('leaves open what %j does not say', (text, expected) => {
    expect(readMoment(text, clock)).toEqual(expected)
  })

  it.each([
    ['last friday', { kind: 'day', date: '2026-11-27' }],
    ['last friday 3pm', moment('2026-11-27', '15:00')],
    ['yesterday 9', moment('2026-11-28', '09:00')],
  ])('reads %j as a time in the past, so that the rules refuse it', (text, expected) => {
    expect(readMoment(text, clock)).toEqual(expected)
  })

  it('reads the order of day and month as the agent’s locale writes it', () => {
    expect(readMoment('4/12 9:00', clock)).toMatchObject({ date: '2026-12-04' })
    expect(readMoment('12/4 9:00', { ...clock, isDayFirst: false })).toMatchObject({ date: '2026-12-04' })
  })

  it.each([
    '',
    'soon',
    'when she is back',
    'tomorrow 9 or 10',
    'tomorrow 9 foo',
    'not tomorrow',
    'before friday',
    'mon 9am or tue',
    '9 to 10 on monday',
    'fri 9-10',
    'in 90 minutes or so',
    'tomorrow 25:00',
  ])('does not guess what %j means', (text) => {
    expect(readMoment(text, clock)).toBeUndefined()
  })

  it('reads any text without an error, and a time always as a time of the day', () => {
    const words = fc.constantFrom(
      'fri',
      'at',
      '3',
      '9pm',
      'in',
      '6',
      'days',
      'tomorrow',
      '12/4',
      'next',
      ',',
      '0',
      '-',
    )
    const texts = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 5 }).map((each) => each.join(' ')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const read = readMoment(text, clock)
        if (read?.kind === 'moment') expect(read.time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
      }),
    )
  })
})
