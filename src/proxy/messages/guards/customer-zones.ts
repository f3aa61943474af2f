import { getTimezonesForCountry } from 'countries-and-timezones'
import type { Attribute } from '../../../core/fields/attributes/attribute.ts'
import { attributeRule, type AttributesRule } from '../../../core/fields/attributes/attributes-rule.ts'
import { customerZone, isZoneKey } from '../../../core/fields/attributes/customer-zone.ts'
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

/**
 * The rule for attributes under quiet hours: an agent writes none that names the customer's zone. The chat that the message
 * begins keeps its attributes and is a contact of the same customer, so the agent could choose the hours of the next message.
 */
export function withZoneLocked(
  attributes: AttributesRule | undefined,
  asked: readonly Attribute[],
  quietHours: QuietHours | undefined,
): AttributesRule | undefined {
  if (!quietHours) return attributes
  const { timeZoneAttribute } = quietHours
  const saysZone = (key: string) =>
    timeZoneAttribute === undefined ? isZoneKey(key) : key === timeZoneAttribute
  const keys = asked.flatMap(({ key }) => (saysZone(key) ? [key] : []))
  if (keys.length === 0) return attributes
  const rules = attributes ? { attributes } : {}
  const locked = keys.map((key) => [key, { ...attributeRule(rules, key), isLocked: true }] as const)
  return { ...attributes, byKey: { ...attributes?.byKey, ...Object.fromEntries(locked) } }
}

/** Every zone that the number's owner may live in; none if the zones of a country are not known. */
export function zonesOfCountries(countries: readonly string[]): readonly string[] {
  const zones = countries.map((country) => (getTimezonesForCountry(country) ?? []).map(({ name }) => name))
  const isKnown = zones.every((each) => each.length > 0 && each.every(isPlaceZone))
  return isKnown ? [...new Set(zones.flat())] : []
}
