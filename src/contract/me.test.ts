import { describe, expect, it } from 'vitest'
import { meSchema } from './me.ts'

const me = {
  userId: 'u',
  username: 'ada',
  name: 'Ada',
  account: { issuer: 'https://id.example', subject: 'ada' },
  scheduleHorizonDays: 6,
}

describe('meSchema', () => {
  it.each([1, 6, 90])('reads a horizon of %i days', (scheduleHorizonDays) => {
    expect(meSchema.parse({ ...me, scheduleHorizonDays })).toEqual({ ...me, scheduleHorizonDays, fields: {} })
  })

  it.each([0, -1, 6.5, 91])('refuses a horizon of %d days', (scheduleHorizonDays) => {
    expect(meSchema.safeParse({ ...me, scheduleHorizonDays }).success).toBe(false)
  })

  it('reads what the policy says about fields', () => {
    const fields = { link: { types: ['related'] }, attributes: { isLocked: true, byKey: { reason: {} } } }

    expect(meSchema.parse({ ...me, fields }).fields).toEqual(fields)
  })

  it('reads who the agent is also where a newer proxy says more about fields than is known here', () => {
    expect(meSchema.parse({ ...me, fields: { mood: { isRequired: true } } })).toEqual({ ...me, fields: {} })
  })
})
