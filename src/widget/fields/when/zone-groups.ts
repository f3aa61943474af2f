export interface ZoneOption {
  /** As IANA names it. */
  readonly zone: string
  /** "New York, GMT-5". */
  readonly label: string
}

export interface ZoneGroup {
  /** The region, as IANA names it; undefined for the likely ones, and empty for those without a region. */
  readonly region: string | undefined
  readonly options: readonly ZoneOption[]
}

const regionOf = (zone: string) => zone.slice(0, Math.max(0, zone.indexOf('/')))

/** "Indiana, Knox": an agent looks for the city. */
const cityOf = (zone: string) =>
  zone
    .slice(zone.indexOf('/') + 1)
    .replaceAll('_', ' ')
    .split('/')
    .join(', ')

const distinct = (zones: readonly (string | undefined)[]) =>
  [...new Set(zones)].filter((zone) => zone !== undefined)

/**
 * The zones for a list: first the one that is known or chosen and the agent's own, then those of the agent's region, then
 * the others. Each has its present distance from UTC beside its city.
 */
export function zoneGroups(
  zones: readonly string[],
  likely: readonly (string | undefined)[],
  offsetOf: (zone: string) => string,
): readonly ZoneGroup[] {
  const first = distinct(likely)
  const regions = distinct([...first.map(regionOf).toReversed(), ...zones.map(regionOf)])
  const optionOf = (zone: string): ZoneOption => {
    const offset = offsetOf(zone)
    return { zone, label: offset === '' ? cityOf(zone) : `${cityOf(zone)}, ${offset}` }
  }
  return [
    { region: undefined, options: first.map(optionOf) },
    ...regions.map((region) => ({
      region,
      options: zones.filter((zone) => regionOf(zone) === region).map(optionOf),
    })),
  ].filter(({ options }) => options.length > 0)
}
