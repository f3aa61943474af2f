import type { OffsetAt, Zone } from '../../core/time/time-zone.ts'

/** The offset of the device's clock. NaN counts as 0. */
const deviceOffset: OffsetAt = (instant) => -instant.getTimezoneOffset() || 0

/**
 * The time zone that the page names, else the browser's. If the browser does not know it, the device's offset from UTC.
 * Example: with `TZ=Foo/Bar` in its environment, Chromium returns `Etc/Unknown` and cannot format in it.
 */
export function usableZone(named: string | undefined): Zone {
  try {
    const zone = named ?? new Intl.DateTimeFormat().resolvedOptions().timeZone
    // Throws for an unknown zone.
    const known = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
    return known === 'Etc/Unknown' ? deviceOffset : zone
  } catch {
    return deviceOffset
  }
}
