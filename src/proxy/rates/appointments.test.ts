import { describe, expect, it } from 'vitest'
import { createAppointments, keptAfterTurnMs, mostAppointments } from './appointments.ts'

const everySecondFrom = (firstMs: number) => (others: number) => firstMs + others * 1_000

describe('the appointments of refused agents', () => {
  it('are bounded, and an agent who comes after that has none', () => {
    const appointments = createAppointments(() => 0)
    for (let index = 0; index <= mostAppointments; index += 1) appointments.make(`agent ${index}`, index)

    expect(appointments.turnMs(`agent ${mostAppointments - 1}`)).toBe(mostAppointments - 1)
    expect(appointments.turnMs(`agent ${mostAppointments}`)).toBeUndefined()
  })

  it('are kept for a page whose timer is late, and make room for others after that', () => {
    let now = 0
    const appointments = createAppointments(() => now)
    for (let index = 0; index < mostAppointments; index += 1) appointments.make(`agent ${index}`, 1_000)
    now = 1_000 + keptAfterTurnMs
    expect(appointments.turnMs('agent 0')).toBe(1_000)
    now += 1
    appointments.make('another', now)

    expect(appointments.turnMs('agent 0')).toBeUndefined()
    expect(appointments.turnMs('another')).toBe(now)
  })

  it('leave a gap to an agent who delays no other in it', () => {
    const appointments = createAppointments(() => 0)
    appointments.make('a', 1_000)
    appointments.make('b', 3_000)

    expect(appointments.ahead('c', everySecondFrom(0))).toBe(0)
    expect(appointments.ahead('c', everySecondFrom(1_000))).toBe(1)
    expect(appointments.ahead('c', everySecondFrom(1_500))).toBe(2)
    // An agent does not wait for their own appointment.
    expect(appointments.ahead('a', everySecondFrom(1_000))).toBe(0)
  })

  it('do not delay others if their agent is long late', () => {
    let now = 0
    const appointments = createAppointments(() => now)
    appointments.make('a', 1_000)
    const turnAfter = (others: number) => now + others * 500
    now = 6_000
    expect(appointments.ahead('b', turnAfter)).toBe(1)
    now += 1

    expect(appointments.ahead('b', turnAfter)).toBe(0)
  })
})
