import { getTimezonesForCountry } from 'countries-and-timezones'
import type { Attribute } from '../../../core/fields/attributes/attribute.ts'
import { customerZone } from '../../../core/fields/attributes/customer-zone.ts'
import type { QuietHours } from '../../../core/message/rule/messages-rule.ts'
import { isPlaceZone } from '../../../core/time/known-zone.ts'

/** The customer's zone as the contact's attributes say it: in the one that the policy names, or in one of the usual keys. */
export function zoneOfContact(
  attributes: readonly Attribute[],
  { timeZoneAttribute }: Pick<QuietHours, 'timeZoneAttribute'> = {},
): string | undefined {
  if (timeZoneAttribute === undefined) return customerZone(attributes, isPlaceZone)
  const zone = attributes.find(({ key }) => key === timeZoneAttribute)?.value.trim()
  return zone !== undefined && isPlaceZone(zone) ? zone : undefined
}

/** Every zone that the number's owner may live in; none if the zones of a country are not known. */
export function zonesOfCountries(countries: readonly string[]): readonly string[] {
  const zones = countries.map((country) => (getTimezonesForCountry(country) ?? []).map(({ name }) => name))
  const isKnown = zones.every((each) => each.length > 0 && each.every(isPlaceZone))
  return isKnown ? [...new Set(zones.flat())] : []
}
