import { describe, expect, it } from 'vitest'
import { timeZoneOf } from '../../../core/time/zoned-time.ts'
import { valueAs } from './typed-value.ts'

const reading = { locale: 'en-GB', timeZone: timeZoneOf('Europe/London') }
const text = (value: string) => ({ type: 'STRING', value }) as const
const date = { type: 'DATE', value: '2026-12-05T17:00' } as const

describe('a value in the row of another type', () => {
  it('is the date that a text says', () => {
    expect(valueAs('DATE', text('5 Dec 2026, 5 pm'), reading)).toBe('2026-12-05T17:00')
    expect(valueAs('DATE', { type: 'URL', value: '5 December 2026' }, reading)).toBe('2026-12-05T00:00')
  })

  it('is empty where a text may mean several dates, because an input of dates takes no text', () => {
    expect(valueAs('DATE', text('5 Dec'), reading)).toBe('')
  })

  it('is the date as a text, which becomes the same date again', () => {
    expect(valueAs('STRING', date, reading)).toBe('2026-12-05 17:00')
    expect(valueAs('DATE', text('2026-12-05 17:00'), reading)).toBe(date.value)
    expect(valueAs('EMAIL', date, reading)).toBe('')
  })

  it('stays as it is between types that are typed, and in its own type', () => {
    expect(valueAs('NUMBER', text('15'), reading)).toBe('15')
    expect(valueAs('DATE', date, reading)).toBe(date.value)
  })
})
