import { describe, expect, it } from 'vitest'
import { createFormats } from './formats.ts'

const british = createFormats('en-GB', 'Europe/London')
const american = createFormats('en-US', 'America/New_York')
const hours = (amount: number) => amount * 3_600_000

describe('instant()', () => {
  it('never leaves out the time zone', () => {
    expect(british.instant(new Date('2026-11-27T09:00:00Z'))).toMatch(/Fri.*27 Nov.*09:00.*GMT/)
    expect(american.instant(new Date('2026-11-27T14:00:00Z'))).toMatch(/Fri.*Nov 27.* 9:00.*EST/)
  })

  it('shows which of two equal wall-clock times is meant', () => {
    expect(american.instant(new Date('2026-11-01T05:30:00Z'))).toMatch(/ 1:30.*EDT/)
    expect(american.instant(new Date('2026-11-01T06:30:00Z'))).toMatch(/ 1:30.*EST/)
  })
})

const ahead = (minutes: number) => createFormats('en-GB', () => minutes)

describe('a zone without a name', () => {
  it('is written as the offset from UTC', () => {
    expect(ahead(120).instant(new Date('2026-11-27T07:00:00Z'))).toMatch(/Fri.*27 Nov.*09:00 UTC\+02:00$/)
    expect(ahead(-210).instant(new Date('2026-11-27T01:00:00Z'))).toMatch(
      /Thu.*26 Nov.*21:30 UTC\u201103:30$/,
    )
  })

  it.each([
    [0, 'UTC+00:00'],
    [330, 'UTC+05:30'],
    [-480, 'UTC-08:00'],
  ])('of %d minutes is called %s', (minutes, name) => {
    expect(ahead(minutes).zone).toBe(name)
  })
})

describe('day()', () => {
  it('names a calendar day, wherever the agent is', () => {
    expect(createFormats('en-GB', 'Pacific/Kiritimati').day('2026-11-27')).toBe('Fri 27 Nov')
    expect(createFormats('en-GB', 'Pacific/Pago_Pago').day('2026-11-27')).toBe('Fri 27 Nov')
  })
})

describe('fromNow()', () => {
  it.each([
    [hours(139), '5 days, 19 hours'],
    [hours(24), '1 day'],
    [hours(1.5), '1 hour, 30 minutes'],
    [hours(0.5), '30 minutes'],
    [1_000, '1 minute'],
    [hours(24) - 1_000, '1 day'],
  ])('says %d ms as “%s”', (milliseconds, words) => {
    expect(british.fromNow(milliseconds).replace(/,? /g, ' ')).toBe(words.replace(/, /g, ' '))
  })
})

describe('roughly()', () => {
  it.each([
    [hours(18) + 55 * 60_000, '19 hours'],
    [hours(23.75), '1 day'],
    [hours(37.5), '1 day 13 hours'],
    [hours(25), '1 day 1 hour'],
    [hours(144) - 4 * 60_000, '6 days'],
    [hours(2.5), '2 hours 30 minutes'],
  ])('says %d ms as “%s”', (milliseconds, words) => {
    expect(british.roughly(milliseconds).replace(/,? /g, ' ')).toBe(words)
  })
})

describe('plural()', () => {
  it('chooses the form by the rules of the language', () => {
    const forms = { one: 'plik', few: 'pliki', many: 'plików', other: 'pliku' }
    const { plural } = createFormats('pl', 'Europe/Warsaw')
    expect([1, 3, 5, 1.5].map((count) => plural(count, forms))).toEqual(['plik', 'pliki', 'plików', 'pliku'])
  })

  it('falls back to the form that every language has', () => {
    expect(createFormats('pl', 'Europe/Warsaw').plural(3, { other: 'pliku' })).toBe('pliku')
  })
})

it.each([
  ['en-US', '9:05 AM'],
  ['en-GB', '09:05'],
  ['de', '09:05'],
])('writes a clock as people of %s do', (locale, written) => {
  expect(createFormats(locale, 'UTC').time('09:05').replace(/\s/gu, ' ')).toBe(written)
})

describe('fileSize()', () => {
  it('writes a size in the unit that a person would choose', () => {
    expect([1, 2, 1_023, 1_024, 340 * 1_024, 1_048_576, 1_572_864].map(british.fileSize)).toEqual([
      '1\u00a0byte',
      '2\u00a0bytes',
      '1,023\u00a0bytes',
      '1\u00a0kB',
      '340\u00a0kB',
      '1\u00a0MB',
      '1.5\u00a0MB',
    ])
  })

  it('never rounds a size up to the limit, and writes a limit as the administrator has set it', () => {
    expect(british.fileSize(20 * 1_048_576)).toBe('20\u00a0MB')
    expect(british.fileSize(20 * 1_048_576 - 1)).toBe('19.9\u00a0MB')
  })

  it('writes the size of a file that is too large with the figure of the complaint about it', () => {
    expect([20 * 1_048_576 + 1, 21_050_000].map(british.excessSize)).toEqual([
      '20.01\u00a0MB',
      '20.08\u00a0MB',
    ])
  })
})
