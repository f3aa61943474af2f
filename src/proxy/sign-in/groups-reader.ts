import type { LogWarning } from '../logs/warning-log.ts'
import type { PolicyFile } from '../policy/policies.ts'
import { ProblemError } from '../problem-error.ts'
import { readGroups, unknownGroups, type UnknownGroups } from './groups.ts'

/** The groups in the payload of a token; throws `forbidden` if they are not known. */
export type GroupsReader = (payload: Readonly<Record<string, unknown>>) => readonly string[]

const details = {
  'groups-shape':
    'The groups of this agent cannot be read from the token, so no policy applies. An administrator finds the reason in the proxy’s log: the provider sends the claim in another form than the policy (groupsClaim, groupsFormat) says.',
  'groups-elsewhere':
    'The token says that this agent’s groups are at another address, so no policy applies. An administrator must have the provider send them in the token, for example only the groups of this application.',
} as const

function unreadable(kind: UnknownGroups): ProblemError {
  const reason = kind === 'elsewhere' ? 'groups-elsewhere' : 'groups-shape'
  return new ProblemError({ code: 'forbidden', reason, detail: details[reason] })
}

const lowered = (texts: Iterable<string>) => new Set([...texts].map((text) => text.toLowerCase()))

/** The groups are read as the policy says; these readings of them may not be as its author expects. */
const doubts = {
  'groups-case-differs':
    'A group in a token differs from a group of the policy only in upper and lower case. They are compared exactly, so it counts as another group.',
  'groups-one-text':
    'The groups claim is one text with commas or brackets, and counts as one group. If it lists several groups, declare groupsFormat in the policy.',
} as const

/** Every warning about groups, for the documentation. */
export const groupsWarnings: readonly string[] = [
  ...Object.keys(unknownGroups).map((kind) => `groups-${kind}`),
  ...Object.keys(doubts),
]

export function createGroupsReader(
  { groupsClaim, groupsFormat, policies }: PolicyFile,
  warn: LogWarning,
): GroupsReader | undefined {
  if (groupsClaim === undefined) return undefined
  const named = new Set(policies.flatMap(({ for: members }) => members?.groups ?? []))
  const namedLowered = lowered(named)

  function warnOfDoubts(groups: readonly string[]): void {
    const others = groups.filter((group) => !named.has(group))
    if (others.some((group) => namedLowered.has(group.toLowerCase()))) {
      warn({ warning: 'groups-case-differs', why: doubts['groups-case-differs'] })
    }
    const [only = '', ...more] = others
    if (groupsFormat === undefined && more.length === 0 && /[,[]/.test(only)) {
      warn({ warning: 'groups-one-text', why: doubts['groups-one-text'] })
    }
  }

  return (payload) => {
    const reading = readGroups(payload, groupsClaim, groupsFormat)
    if (!reading.ok) {
      warn({ warning: `groups-${reading.kind}`, why: unknownGroups[reading.kind] })
      throw unreadable(reading.kind)
    }
    warnOfDoubts(reading.groups)
    return reading.groups
  }
}
