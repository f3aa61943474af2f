const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/

/** A fraction of a second may have any number of digits. The parser needs at most three. */
const longFraction = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})\d+/

/**
 * The instant a DATE reference names, in whole seconds since the epoch.
 *
 *     epochSeconds('2026-10-01T12:00:00Z')  // 1790856000
 */
export function epochSeconds(isoInstant: string): number | undefined {
  if (!instantPattern.test(isoInstant)) {
    const shorter = isoInstant.replace(longFraction, '$1')
    return shorter === isoInstant ? undefined : epochSeconds(shorter)
  }
  const milliseconds = Date.parse(isoInstant)
  if (Number.isNaN(milliseconds) || !dayExists(isoInstant)) return undefined
  return Math.floor(milliseconds / 1_000)
}

export const isInstant = (text: string): boolean => epochSeconds(text) !== undefined

/** Epoch seconds of any year that an ISO instant can have. */
const secondsPattern = /^-?\d{1,12}$/

/** Reads a time from Connect, in epoch seconds or as an ISO instant. Returns an ISO instant. */
export function writtenInstant(written: string): string | undefined {
  const seconds = secondsPattern.test(written) ? Number(written) : epochSeconds(written)
  return seconds === undefined ? undefined : new Date(seconds * 1_000).toISOString()
}

/** The last day of each month, in a leap year. */
const lastDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeapYear = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** Date.parse turns 31 February into 3 March. */
function dayExists(isoInstant: string): boolean {
  const day = Number(isoInstant.slice(8, 10))
  if (day <= 28) return true
  const month = Number(isoInstant.slice(5, 7))
  if (month === 2 && day === 29) return isLeapYear(Number(isoInstant.slice(0, 4)))
  return day <= (lastDays[month - 1] ?? 0)
}
