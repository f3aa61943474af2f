import type { Attribute } from './attribute.ts'

/** The usual keys, such as "customerTimeZone", "time_zone" and "TZ", in lower case and letters only. */
const zoneKey = /(?:^|customer|caller|contact)(?:timezone|tz|zoneinfo)$/

/** True if an attribute with this key is read as the customer's time zone. */
export const isZoneKey = (key: string): boolean => zoneKey.test(key.toLowerCase().replaceAll(/[^a-z]/g, ''))

/**
 * The customer's time zone, if a flow has written its IANA name into an attribute of the contact, for example
 * `customerTimeZone` = `America/New_York`. Connect itself does not know it.
 */
export function customerZone(
  attributes: readonly Attribute[],
  isKnown: (zone: string) => boolean,
): string | undefined {
  const found = attributes.filter(({ key }) => isZoneKey(key))
  return found.map(({ value }) => value.trim()).find((value) => value.includes('/') && isKnown(value))
}
