/** Whether this is the IANA name of a time zone that the platform knows. An offset such as `+01:00` is no name. */
export function isKnownZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/**
 * The platform also knows abbreviations such as `EST`, which have no daylight saving time. The zone of a place has a slash in
 * its name.
 */
export const isPlaceZone = (zone: string): boolean => zone.includes('/') && isKnownZone(zone)
