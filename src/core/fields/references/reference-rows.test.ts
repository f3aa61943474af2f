import { describe, expect, it } from 'vitest'
import { timeZoneOf } from '../../time/zoned-time.ts'
import { readReference } from './reference-kinds.ts'

const newYork = timeZoneOf('America/New_York')

describe('readReference', () => {
  it.each([
    ['once', '2026-12-01T09:00', '2026-12-01T14:00:00.000Z'],
    ['twice, its first coming', '2026-11-01T01:30', '2026-11-01T05:30:00.000Z'],
    ['never, as typed', '2026-03-08T02:30', '2026-03-08T02:30'],
    ['not yet a date, as typed', '2026-', '2026-'],
  ])('reads a date that comes %s', (_, typed, value) => {
    expect(readReference({ name: ' Due ', type: 'DATE', value: typed }, newYork)).toEqual({
      name: 'Due',
      type: 'DATE',
      value,
    })
  })

  it.each([
    ['45,90', '45.90'],
    [' 1.234,50 ', '1234.50'],
    ['1,5', '1,5'],
    ['a lot', 'a lot'],
  ])('reads the number %j as %j', (typed, value) => {
    expect(readReference({ name: 'n', type: 'NUMBER', value: typed }, newYork).value).toBe(value)
  })

  it.each(['URL', 'NUMBER', 'EMAIL'] as const)('drops the blanks around a %s', (type) => {
    expect(readReference({ name: 'n', type, value: ' x ' }, newYork).value).toBe('x')
  })
})
