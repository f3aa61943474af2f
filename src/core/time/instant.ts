const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/

/**
 * The instant a DATE reference names, in whole seconds since the epoch.
 *
 *     epochSeconds('2026-10-01T12:00:00Z')  // 1790856000
 */
export function epochSeconds(isoInstant: string): number | undefined {
  if (!instantPattern.test(isoInstant)) return undefined
  const milliseconds = Date.parse(withShortFraction(isoInstant))
  if (Number.isNaN(milliseconds) || !dayExists(isoInstant)) return undefined
  return Math.floor(milliseconds / 1_000)
}

export const isInstant = (text: string): boolean => epochSeconds(text) !== undefined

/** A fraction may have any number of digits, of which the parser needs no more than three. */
const withShortFraction = (isoInstant: string) =>
  isoInstant.length > '2026-10-01T12:00:00.000Z'.length
    ? isoInstant.replace(/(\.\d{3})\d+/, '$1')
    : isoInstant

/** Date.parse turns 31 February into 3 March; what comes back must be the day that went in. Every month has 28 days. */
function dayExists(isoInstant: string): boolean {
  const day = Number(isoInstant.slice(8, 10))
  return day <= 28 || new Date(isoInstant.slice(0, 10)).getUTCDate() === day
}
