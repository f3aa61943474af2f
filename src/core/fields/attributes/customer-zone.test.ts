import { expect, it } from 'vitest'
import { customerZone } from './customer-zone.ts'

const isKnown = (zone: string) => zone === 'America/New_York' || zone === 'Europe/Berlin'

it.each(['customerTimeZone', 'customer_timezone', 'time-zone', 'TimeZone', 'tz', 'callerTZ'])(
  'the attribute “%s” names the zone of the customer’s clock',
  (key) => {
    expect(customerZone([{ key, value: 'America/New_York' }], isKnown)).toBe('America/New_York')
  },
)

it.each([
  ['customerTimeZone', 'Eastern'],
  ['customerTimeZone', 'Mars/Olympus'],
  ['customerTimeZone', '<script>/'],
  ['timeZoneOfOurWarehouse', 'Europe/Berlin'],
  ['city', 'Europe/Berlin'],
])('“%s: %s” names none', (key, value) => {
  expect(customerZone([{ key, value }], isKnown)).toBeUndefined()
})

it('the first zone that is known counts', () => {
  const attributes = [
    { key: 'timeZone', value: 'Berlin' },
    { key: 'customerTimeZone', value: ' Europe/Berlin ' },
  ]
  expect(customerZone(attributes, isKnown)).toBe('Europe/Berlin')
})
