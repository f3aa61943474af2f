import { invalidParameter } from './service-error.ts'
import { asMembers, type Members, optionalList, optionalText } from './wire-members.ts'

type Tags = Readonly<Record<string, string>>
type HasTags = (tags: Tags) => boolean

const known: ReadonlySet<string> = new Set(['OrConditions', 'AndConditions', 'TagCondition'])

/** Parses a `ControlPlaneTagFilter` into a predicate. An empty filter matches all tags. */
export function readTagFilter(filter: Members): HasTags {
  const unknown = [...filter.keys()].find((name) => !known.has(name))
  if (unknown !== undefined) throw invalidParameter(`TagFilter has an unknown member: ${unknown}.`)
  const any = optionalList(filter, 'OrConditions')?.map((all) => {
    if (!Array.isArray(all)) throw invalidParameter('OrConditions must be a list of lists.')
    return readConditions(all)
  })
  const all = readConditions(optionalList(filter, 'AndConditions') ?? [])
  const one = readConditions([filter.get('TagCondition') ?? []].flat())
  return (tags) => all(tags) && one(tags) && (any?.some((matches) => matches(tags)) ?? true)
}

function readConditions(conditions: readonly unknown[]): HasTags {
  const matches = conditions.map((condition) => {
    const members = asMembers(condition, 'TagCondition')
    const [key, value] = [optionalText(members, 'TagKey'), optionalText(members, 'TagValue')]
    return (tags: Tags) =>
      Object.entries(tags).some(
        (tag) => (key === undefined || tag[0] === key) && (value === undefined || tag[1] === value),
      )
  })
  return (tags) => matches.every((matchesOne) => matchesOne(tags))
}
