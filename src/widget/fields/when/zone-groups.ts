export interface ZoneOption {
  /** The IANA name of the zone. */
  readonly zone: string
  /** "New York, GMT-5". */
  readonly label: string
}

export interface ZoneGroup {
  /** The region in the IANA name. Undefined for the group of likely zones, empty for zones without a region. */
  readonly region: string | undefined
  readonly options: readonly ZoneOption[]
}

const regionOf = (zone: string) => zone.slice(0, Math.max(0, zone.indexOf('/')))

/** "America/Indiana/Knox" becomes "Indiana, Knox": agents look for the city. */
const cityOf = (zone: string) =>
  zone
    .slice(zone.indexOf('/') + 1)
    .replaceAll('_', ' ')
    .split('/')
    .join(', ')

const distinct = (zones: readonly (string | undefined)[]) =>
  [...new Set(zones)].filter((zone) => zone !== undefined)

/**
 * The zones for a list: first the customer's zone and the agent's own, then the zones of the agent's region, then the others.
 * Each label has the city and the present offset from UTC.
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
