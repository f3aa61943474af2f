import type { Choices } from '../../../drafts/choices/choices.ts'
import type { DestinationEntry, DestinationKind } from './destination-entry.ts'

/** `own` has the agent, their favourites and what they used last; `found` is the result of a search. */
export type GroupName = 'own' | 'found' | Exclude<DestinationKind, 'self'>

export interface DestinationGroup {
  readonly name: GroupName
  readonly entries: readonly DestinationEntry[]
}

/** More recent destinations would push the other groups out of sight. */
const recentShown = 5

const kinds = ['person', 'queue', 'flow', 'form'] as const

/** The whole list before the agent types: their own first, then each kind. */
export function destinationGroups(
  ordered: readonly DestinationEntry[],
  { recent, favourites }: Choices,
): readonly DestinationGroup[] {
  const known = new Set(ordered.map(({ key }) => key))
  const own = new Set([...favourites, ...recent.filter((key) => known.has(key)).slice(0, recentShown)])
  const isOwn = ({ key, kind }: DestinationEntry) => kind === 'self' || own.has(key)
  const groups: readonly DestinationGroup[] = [
    { name: 'own', entries: ordered.filter(isOwn) },
    ...kinds.map((name) => ({
      name,
      entries: ordered.filter((entry) => entry.kind === name && !isOwn(entry)),
    })),
  ]
  return groups.filter(({ entries }) => entries.length > 0)
}
