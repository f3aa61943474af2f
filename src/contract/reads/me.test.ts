import { describe, expect, it } from 'vitest'
import { meSchema } from './me.ts'

const me = {
  userId: 'u',
  username: 'ada',
  name: 'Ada',
  account: { issuer: 'https://id.example', subject: 'ada' },
  scheduleHorizonDays: 6,
}

/** An older proxy has no operations for existing tasks and cannot send messages. */
const nothingSaid = {
  undo: 'never',
  reschedule: false,
  showColleaguesTasks: false,
  keepInBrowser: 'everything',
  messages: false,
}

describe('meSchema', () => {
  it.each([1, 6, 90])('reads a horizon of %i days', (scheduleHorizonDays) => {
    expect(meSchema.parse({ ...me, scheduleHorizonDays })).toEqual({
      ...me,
      scheduleHorizonDays,
      fields: {},
      ...nothingSaid,
    })
  })

  it.each([0, -1, 6.5, 91])('refuses a horizon of %d days', (scheduleHorizonDays) => {
    expect(meSchema.safeParse({ ...me, scheduleHorizonDays }).success).toBe(false)
  })

  it('reads what the policy says about fields', () => {
    const fields = { link: { types: ['related'] }, attributes: { isLocked: true, byKey: { reason: {} } } }

    expect(meSchema.parse({ ...me, fields }).fields).toEqual(fields)
  })

  it('reads who the agent is even if a newer proxy says more about fields', () => {
    expect(meSchema.parse({ ...me, fields: { mood: { isRequired: true } } })).toEqual({
      ...me,
      fields: {},
      ...nothingSaid,
    })
  })

  it('reads what the policy says about existing tasks, storage and messages', () => {
    const permissions = {
      undo: 'always',
      reschedule: true,
      showColleaguesTasks: true,
      keepInBrowser: 'no-attribute-values',
      messages: true,
    }

    expect(meSchema.parse({ ...me, ...permissions })).toEqual({ ...me, fields: {}, ...permissions })
  })

  it('reads an unknown permission of a newer proxy as the strictest one', () => {
    const newer = { undo: 'with-approval', keepInBrowser: 'encrypted' }

    expect(meSchema.parse({ ...me, ...newer })).toMatchObject({ undo: 'never', keepInBrowser: 'nothing' })
  })
})
