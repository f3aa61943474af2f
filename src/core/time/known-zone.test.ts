import { expect, it } from 'vitest'
import { isKnownZone } from './known-zone.ts'

it.each(['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC'])('knows the zone %s', (zone) => {
  expect(isKnownZone(zone)).toBe(true)
})

it.each(['', 'Berlin', 'Europe/Nowhere', '+01:00', 'GMT+25', ' Europe/Berlin'])(
  'knows no zone %j',
  (zone) => {
    expect(isKnownZone(zone)).toBe(false)
  },
)
