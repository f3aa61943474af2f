import { expect, it } from 'vitest'
import { zoneGroups } from './zone-groups.ts'

const zones = ['Africa/Accra', 'America/Indiana/Knox', 'America/New_York', 'Europe/London', 'UTC']
const offsets: Readonly<Record<string, string>> = { 'America/New_York': 'GMT-5', 'Europe/London': 'GMT' }
const offsetOf = (zone: string) => offsets[zone] ?? ''

it('offers the likely zones first, then the region of the agent, each by its city and its distance from UTC', () => {
  expect(zoneGroups(zones, ['America/New_York', 'Europe/London'], offsetOf)).toEqual([
    {
      region: undefined,
      options: [
        { zone: 'America/New_York', label: 'New York, GMT-5' },
        { zone: 'Europe/London', label: 'London, GMT' },
      ],
    },
    { region: 'Europe', options: [{ zone: 'Europe/London', label: 'London, GMT' }] },
    {
      region: 'America',
      options: [
        { zone: 'America/Indiana/Knox', label: 'Indiana, Knox' },
        { zone: 'America/New_York', label: 'New York, GMT-5' },
      ],
    },
    { region: 'Africa', options: [{ zone: 'Africa/Accra', label: 'Accra' }] },
    { region: '', options: [{ zone: 'UTC', label: 'UTC' }] },
  ])
})

it('offers a zone once among the likely ones', () => {
  const [likely] = zoneGroups(zones, ['Europe/London', 'Europe/London'], offsetOf)
  expect(likely?.options).toHaveLength(1)
})

it('offers no likely zones where none is known', () => {
  expect(zoneGroups(zones, [undefined, undefined], offsetOf)[0]?.region).toBe('Africa')
})
