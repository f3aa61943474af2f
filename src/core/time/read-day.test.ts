import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDay } from './read-day.ts'
import { daysAfter } from './zoned-time.ts'

const daysFrom = (first: string, count: number) =>
  Array.from({ length: count }, (_, index) => daysAfter(first, index))

const names = (locale: string) => {
  const formats = [
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'full' }),
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' }),
  ]
  const known = new Map<string, string>()
  return (day: string) => {
    const written =
      known.get(day) ?? formats.map((format) => format.format(new Date(`${day}T12:00Z`))).join(' ')
    known.set(day, written)
    return written
  }
}
const british = { names: names('en-GB'), isDayFirst: true }
const american = { names: names('en-US'), isDayFirst: false }
const german = { names: names('de'), isDayFirst: true }

/** A Sunday, and the 90 days after it. */
const days = daysFrom('2026-11-29', 91)

describe('readDay()', () => {
  it.each([
    ['4 dec', '2026-12-04'],
    ['4th December', '2026-12-04'],
    ['dec 4', '2026-12-04'],
    ['Fri 4 Dec', '2026-12-04'],
    ['fri', '2026-12-04'],
    ['friday 11', '2026-12-11'],
    ['12', '2026-12-12'],
    ['2 jan 2027', '2027-01-02'],
    ['4/12', '2026-12-04'],
    ['4/12/26', '2026-12-04'],
    ['12/24', '2026-12-24'],
    ['24.12.', '2026-12-24'],
    ['24-12-2026', '2026-12-24'],
    ['2026-12-24', '2026-12-24'],
    ['２４／１２', '2026-12-24'],
    ['jan', '2027-01-01'],
  ])('reads %j as %s', (text, day) => {
    expect(readDay(text, days, british)).toBe(day)
  })

  it('takes the order of day and month from the locale, but not between full stops', () => {
    expect(readDay('1/2', days, british)).toBe('2027-02-01')
    expect(readDay('1/2', days, american)).toBe('2027-01-02')
    expect(readDay('1.2.', days, american)).toBe('2027-02-01')
  })

  it('reads the names of the language, with and without accents', () => {
    expect(readDay('Freitag', days, german)).toBe('2026-12-04')
    expect(readDay('2. Jänner', days, { names: names('de-AT'), isDayFirst: true })).toBe('2027-01-02')
    expect(readDay('3 fevrier', days, { names: names('fr'), isDayFirst: true })).toBe('2027-02-03')
  })

  it('tells a day from a month whose short names are the same', () => {
    const italian = { names: names('it'), isDayFirst: true }
    const offered = daysFrom('2027-01-31', 60)
    expect(readDay('mar 2 mar', offered, italian)).toBe('2027-03-02')
    expect(readDay('mar 2 feb', offered, italian)).toBe('2027-02-02')
    expect(readDay('mar 2', offered, italian)).toBe('2027-02-02')
  })

  it('reads a day outside the offered ones as the nearest, so that the panel can say why it cannot be', () => {
    expect(readDay('28 nov', days, british)).toBe('2026-11-28')
    expect(readDay('1 march', days, british)).toBe('2027-03-01')
    expect(readDay('24 dec 2025', days, british)).toBe('2025-12-24')
  })

  it.each([
    '',
    ' ',
    'x',
    '32 dec',
    '30 feb',
    '31/31',
    '2026-02-30',
    '4 dec 2031',
    '٤',
    `4 ${'0'.repeat(50)}`,
  ])('does not guess at %j', (text) => {
    expect(readDay(text, days, british)).toBeUndefined()
  })

  it('reads each offered day as it is shown, in every order of a locale', () => {
    const locale = fc.constantFrom('en-GB', 'en-US', 'de', 'fr', 'es', 'pt-BR', 'it', 'nl', 'sv', 'pl')
    const first = fc.integer({ min: 0, max: 800 }).map((ahead) => daysAfter('2026-01-01', ahead))
    fc.assert(
      fc.property(locale, first, fc.integer({ min: 0, max: 90 }), (tag, from, ahead) => {
        const offered = daysFrom(from, 91)
        const wanted = offered[ahead] ?? ''
        const shown = new Intl.DateTimeFormat(tag, {
          timeZone: 'UTC',
          weekday: 'short',
          day: 'numeric',
          month: 'short',
        }).format(new Date(`${wanted}T12:00Z`))
        expect(readDay(shown, offered, { names: names(tag), isDayFirst: true })).toBe(wanted)
      }),
      { numRuns: 100 },
    )
  })

  it('answers any text without a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const read = readDay(text, days, british)
        expect(read === undefined || /^\d{4}-\d\d-\d\d$/.test(read)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
})
