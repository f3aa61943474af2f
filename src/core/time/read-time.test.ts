import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTime, type DayPeriods } from './read-time.ts'

const periods: DayPeriods = {
  am: ['am', 'a.m.'],
  pm: ['pm', 'p.m.'],
  named: { noon: '12:00', midnight: '00:00' },
}
const hours = fc.integer({ min: 0, max: 23 })
const minutes = fc.integer({ min: 0, max: 59 })
const two = (amount: number) => String(amount).padStart(2, '0')

describe('readTime()', () => {
  it.each([
    ['9', '09:00'],
    ['9:30', '09:30'],
    ['930', '09:30'],
    ['9pm', '21:00'],
    ['21.30', '21:30'],
    ['0900', '09:00'],
    ['1730', '17:30'],
    ['21h', '21:00'],
    ['21h15', '21:15'],
    ['9 a.m.', '09:00'],
    ['9:05 PM', '21:05'],
    ['9:05\u202fpm', '21:05'],
    ['12am', '00:00'],
    ['12 pm', '12:00'],
    ['12', '12:00'],
    ['0', '00:00'],
    ['７：１５', '07:15'],
    ['  11 ', '11:00'],
    ['noon', '12:00'],
    [' Midnight', '00:00'],
  ])('reads %j as %s', (text, time) => {
    expect(readTime(text, periods)).toEqual({ time, isAfternoonTaken: false })
  })

  it.each([
    ['1', '13:00'],
    ['3', '15:00'],
    ['6', '18:00'],
    ['330', '15:30'],
    ['3:30', '15:30'],
  ])('takes %j as the afternoon, and says so', (text, time) => {
    expect(readTime(text, periods)).toEqual({ time, isAfternoonTaken: true })
  })

  it.each([
    ['03', '03:00'],
    ['03:30', '03:30'],
    ['0330', '03:30'],
    ['3am', '03:00'],
    ['3 a', '03:00'],
  ])('takes %j as the night, which it says itself', (text, time) => {
    expect(readTime(text, periods)).toEqual({ time, isAfternoonTaken: false })
  })

  it.each([
    '',
    ' ',
    'soon',
    'noonish',
    '24',
    '25:00',
    '9:60',
    '9:3',
    '13pm',
    '0am',
    '9-10',
    '-9',
    '9:30:00',
    '12345',
    'pm',
  ])('does not guess what %j means', (text) => {
    expect(readTime(text, periods)).toBeUndefined()
  })

  it('reads the halves of the day in the words of the language', () => {
    expect(readTime('μ.μ. 9:30', { am: ['π.μ.'], pm: ['μ.μ.'] })).toMatchObject({ time: '21:30' })
    expect(readTime('下午9:30', { am: ['上午'], pm: ['下午'] })).toMatchObject({ time: '21:30' })
  })

  it('reads back every time that it has read, so a shown time can be edited', () => {
    fc.assert(
      fc.property(hours, minutes, (hour, minute) => {
        const time = `${two(hour)}:${two(minute)}`
        expect(readTime(time)).toEqual({ time, isAfternoonTaken: false })
        const half = hour < 12 ? 'AM' : 'PM'
        expect(readTime(`${hour % 12 || 12}:${two(minute)} ${half}`)).toEqual({
          time,
          isAfternoonTaken: false,
        })
      }),
    )
  })

  it('reads any text as a time of the day or not at all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d:.hapm ]{0,8}$/)), (text) => {
        expect(readTime(text)?.time ?? '00:00').toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
      }),
    )
  })
})
