import { describe, expect, it } from 'vitest'
import { offeredTimes } from './offered-times.ts'
import { scheduleWindow } from './schedule-window.ts'

const london = 'Europe/London'
const window = scheduleWindow(new Date('2026-11-23T12:00:00Z'), 6)

describe('offeredTimes()', () => {
  it('are the half hours of a day in the window', () => {
    const times = offeredTimes('2026-11-25', window, london)
    expect([times.length, times.at(0), times.at(-1)]).toEqual([48, '00:00', '23:30'])
    expect(offeredTimes('', window, london)).toEqual(times)
  })

  it('begin after now on the first day, and end with the latest time on the last', () => {
    expect(offeredTimes('2026-11-23', window, london).at(0)).toBe('12:30')
    expect(offeredTimes('2026-11-29', window, london).at(-1)).toBe('12:00')
    expect(offeredTimes('2026-11-30', window, london)).toEqual([])
  })

  it('leave out the hour that the clocks skip', () => {
    const spring = scheduleWindow(new Date('2027-03-26T12:00:00Z'), 6)
    const times = offeredTimes('2027-03-28', spring, london)
    expect(times).not.toContain('01:30')
    expect(times).toHaveLength(46)
  })

  it('contain the hour that comes twice', () => {
    const autumn = scheduleWindow(new Date('2026-10-23T12:00:00Z'), 6)
    expect(offeredTimes('2026-10-25', autumn, london)).toContain('01:30')
  })
})
