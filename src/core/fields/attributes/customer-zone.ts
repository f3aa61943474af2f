import type { Attribute } from './attribute.ts'

/** "customerTimeZone", "time_zone", "TZ": the usual keys, without their signs. */
const zoneKey = /(?:^|customer|caller|contact)(?:timezone|tz|zoneinfo)$/

/** Whether an attribute of this key is read as the zone of the customer's clock. */
export const isZoneKey = (key: string): boolean => zoneKey.test(key.toLowerCase().replaceAll(/[^a-z]/g, ''))

/**
 * The zone of the customer's clock, where a flow has written its IANA name into an attribute of the contact, such as
 * `customerTimeZone`: `America/New_York`. Connect itself does not know it.
 */
export function customerZone(
  attributes: readonly Attribute[],
  isKnown: (zone: string) => boolean,
): string | undefined {
  const found = attributes.filter(({ key }) => isZoneKey(key))
  return found.map(({ value }) => value.trim()).find((value) => value.includes('/') && isKnown(value))
}
