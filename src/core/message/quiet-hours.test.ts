import { expect, it } from 'vitest'
import { quietUntil } from './quiet-hours.ts'

it('waits until it is day in every zone', () => {
  const rule = { from: '20:00', to: '08:00' }
  const zones = ['America/New_York', 'America/Los_Angeles']

  expect(quietUntil(rule, zones, new Date('2026-12-01T14:00:00Z'))).toEqual(new Date('2026-12-01T16:00:00Z'))
  expect(quietUntil(rule, zones, new Date('2026-12-01T17:00:00Z'))).toBeUndefined()
})
