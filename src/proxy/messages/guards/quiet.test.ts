import { describe, expect, it } from 'vitest'
import { quietFor } from './quiet.ts'
import { zoneOfContact, zonesOfCountries } from './customer-zones.ts'

const night = { from: '21:00', to: '08:00' }
const seattle = '+12065550142'
const london = '+447700900142'
const berlin = '+4915123456789'

/** No country has this number: it is of a satellite network. */
const satellite = '+881612345678'

const at = (instant: string) => new Date(instant)
const until = (instant: string) => at(instant)

describe('quiet hours', () => {
  it.each([
    ['at noon', '2026-11-29T12:00:00Z', undefined],
    ['a minute before they begin', '2026-11-29T20:59:59Z', undefined],
    ['when they begin', '2026-11-29T21:00:00Z', until('2026-11-30T08:00:00Z')],
    ['after midnight', '2026-11-30T03:00:00Z', until('2026-11-30T08:00:00Z')],
    ['a minute before they end', '2026-11-30T07:59:00Z', until('2026-11-30T08:00:00Z')],
    ['when they end', '2026-11-30T08:00:00Z', undefined],
  ])('over midnight in London, %s', (_, now, expected) => {
    expect(quietFor(night, { number: london }, at(now))).toEqual(expected)
  })

  it.each([
    // Clocks go back from 03:00 to 02:00 on 25 October, and forward from 02:00 to 03:00 on 29 March.
    ['back', '2026-10-25T00:30:00Z', until('2026-10-25T07:00:00Z')],
    ['forward', '2026-03-29T00:30:00Z', until('2026-03-29T06:00:00Z')],
  ])('end by the clock of Berlin after it has gone %s', (_, now, expected) => {
    expect(quietFor(night, { number: berlin }, at(now))).toEqual(expected)
  })

  it('hold in each zone of a country with many: from the first in the east to the last in the west', () => {
    // 08:00 in Honolulu and 13:00 in New York, then 21:00 in New York.
    expect(quietFor(night, { number: seattle }, at('2026-11-29T17:59:00Z'))).toEqual(
      until('2026-11-29T18:00:00Z'),
    )
    expect(quietFor(night, { number: seattle }, at('2026-11-29T18:00:00Z'))).toBeUndefined()
    expect(quietFor(night, { number: seattle }, at('2026-11-30T01:59:00Z'))).toBeUndefined()
    expect(quietFor(night, { number: seattle }, at('2026-11-30T02:00:00Z'))).toEqual(
      until('2026-11-30T18:00:00Z'),
    )
  })

  it('that leave no time in all zones of a country never end', () => {
    const mostOfTheDay = { from: '12:00', to: '09:00' }

    expect(quietFor(mostOfTheDay, { number: seattle }, at('2026-11-29T18:00:00Z'))).toBe('never')
  })

  it('never end for a number of no country, wherever it is', () => {
    expect(quietFor(night, { number: satellite }, at('2026-11-29T12:00:00Z'))).toBe('never')
  })

  it('are those of the zone that the contact says, and not of the policy or the country', () => {
    const now = at('2026-11-29T12:00:00Z')

    for (const more of [{ timeZone: 'Europe/London' }, { timeZone: 'Europe/London', assumeTimeZone: true }]) {
      expect(quietFor({ ...night, ...more }, { number: seattle, zone: 'America/Los_Angeles' }, now)).toEqual(
        until('2026-11-29T16:00:00Z'),
      )
    }
    expect(quietFor(night, { number: seattle, zone: 'America/New_York' }, at('2026-11-29T13:00:00Z'))).toBe(
      undefined,
    )
  })

  it('are those of the policy’s zone and of the country together: neither is laxer than the other', () => {
    const zoned = { ...night, timeZone: 'Asia/Tokyo' }

    // At 12:00 in London it is 21:00 in Tokyo. When it is day again in both, it is 08:00 in London.
    expect(quietFor(zoned, { number: london }, at('2026-11-29T11:59:00Z'))).toBeUndefined()
    expect(quietFor(zoned, { number: london }, at('2026-11-29T12:00:00Z'))).toEqual(
      until('2026-11-30T08:00:00Z'),
    )
    expect(quietFor(zoned, { number: satellite }, at('2026-11-29T11:59:00Z'))).toBe('never')
  })

  it('are those of the policy’s zone alone if the policy has `assumeTimeZone`', () => {
    const assumed = { ...night, timeZone: 'Asia/Tokyo', assumeTimeZone: true }

    expect(quietFor(assumed, { number: london }, at('2026-11-29T03:00:00Z'))).toBeUndefined()
    expect(quietFor(assumed, { number: satellite }, at('2026-11-29T03:00:00Z'))).toBeUndefined()
    expect(quietFor(assumed, { number: london }, at('2026-11-29T12:00:00Z'))).toEqual(
      until('2026-11-29T23:00:00Z'),
    )
  })

  it('are none without a rule', () => {
    expect(quietFor(undefined, { number: satellite }, at('2026-11-29T03:00:00Z'))).toBeUndefined()
  })
})

const attribute = (key: string, value: string) => [{ key, value }]

describe('the zone of a contact', () => {
  it('is in the attribute that the policy names, and in no other then', () => {
    const rule = { timeZoneAttribute: 'crmZone' }

    expect(zoneOfContact(attribute('crmZone', ' Asia/Tokyo '), rule)).toBe('Asia/Tokyo')
    expect(zoneOfContact(attribute('customerTimeZone', 'Asia/Tokyo'), rule)).toBeUndefined()
  })

  it('is in one of the usual keys where the policy names none', () => {
    expect(zoneOfContact(attribute('customerTimeZone', 'Asia/Tokyo'))).toBe('Asia/Tokyo')
  })

  it.each(['Mars/Olympus', '+02:00', 'EST', 'UTC', '', '../../etc/passwd', 'America/New_York; DROP'])(
    'is not known from “%s”',
    (value) => {
      expect(zoneOfContact(attribute('crmZone', value), { timeZoneAttribute: 'crmZone' })).toBeUndefined()
    },
  )
})

describe('the zones of countries', () => {
  it('are all of all countries that the number may be of', () => {
    const zones = zonesOfCountries(['US', 'CA'])

    expect(zones).toEqual(expect.arrayContaining(['Pacific/Honolulu', 'America/St_Johns']))
  })

  it.each([[[]], [['XK']], [['US', 'XK']], [['ZZ']]])('are not known of %j', (countries) => {
    expect(zonesOfCountries(countries)).toEqual([])
  })
})
