import { getTimezonesForCountry } from 'countries-and-timezones'
import { customerZone } from '../../../core/fields/attributes/customer-zone.ts'
import type { Attribute } from '../../../core/fields/attributes/attribute.ts'
import type { QuietHours } from '../../../core/message/rule/messages-rule.ts'

/** Names of zones have a slash. The platform also knows offsets and abbreviations, which say nothing about the clock's changes. */
function isZone(name: string): boolean {
  try {
    return name.includes('/') && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

/** The customer's zone as the contact's attributes say it: in the one that the policy names, or in one of the usual keys. */
export function zoneOfContact(
  attributes: readonly Attribute[],
  { timeZoneAttribute }: Pick<QuietHours, 'timeZoneAttribute'> = {},
): string | undefined {
  if (timeZoneAttribute === undefined) return customerZone(attributes, isZone)
  const zone = attributes.find(({ key }) => key === timeZoneAttribute)?.value.trim()
  return zone !== undefined && isZone(zone) ? zone : undefined
}

/** Every zone that the number's owner may live in; none if a country is not known. */
export function zonesOfCountries(countries: readonly string[]): readonly string[] {
  const zones = countries.map((country) => (getTimezonesForCountry(country) ?? []).map(({ name }) => name))
  return zones.every((each) => each.length > 0) ? [...new Set(zones.flat())].filter(isZone) : []
}
