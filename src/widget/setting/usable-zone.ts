import type { OffsetAt, Zone } from '../../core/time/time-zone.ts'

/** The clock of the device. An offset that is not a number counts as none. */
const deviceOffset: OffsetAt = (instant) => -instant.getTimezoneOffset() || 0

/**
 * The zone that the page names, else the browser's. If the platform does not know it, the device's offsets from UTC: with
 * `TZ=Foo/Bar` in its environment, Chromium names the zone `Etc/Unknown` and refuses to format in it.
 */
export function usableZone(named: string | undefined): Zone {
  try {
    const zone = named ?? new Intl.DateTimeFormat().resolvedOptions().timeZone
    // Throws for a zone that is not known.
    const known = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
    return known === 'Etc/Unknown' ? deviceOffset : zone
  } catch {
    return deviceOffset
  }
}
