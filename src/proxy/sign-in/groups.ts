import type { GroupsFormat } from '../policy/policies.ts'
import { claimOf, isClaimElsewhere, onlyElementOr, withoutMembers } from './claim.ts'

/** Why the groups of a token are not known, and what the operator can do. */
export const unknownGroups = {
  elsewhere:
    'The token says that its groups are at another address, because there are too many of them. Have the provider send only the groups that are assigned to this application, or send roles, and name that claim in groupsClaim.',
  null: 'The groups claim is null.',
  boolean: 'The groups claim is true or false.',
  number: 'The groups claim is a number.',
  object:
    'The groups claim is an object. If the groups are inside it, set groupsClaim to a JSON Pointer, such as /realm_access/roles.',
  'without-members':
    'The JSON Pointer in groupsClaim leads into a text, a number or null, which have no members.',
  'list-of-others': 'The groups claim is a list with members that are no texts.',
  'list-in-a-format':
    'The groups claim is a list, but the policy declares groupsFormat, which is for one text. Leave groupsFormat out.',
  'not-json':
    'The groups claim is a text, but not a JSON list of texts, as groupsFormat "json" of the policy says.',
} as const

export type UnknownGroups = keyof typeof unknownGroups

export type GroupsReading =
  | { readonly ok: true; readonly groups: readonly string[] }
  | { readonly ok: false; readonly kind: UnknownGroups }

const known = (groups: readonly string[]): GroupsReading => ({ ok: true, groups })
const unknown = (kind: UnknownGroups): GroupsReading => ({ ok: false, kind })

const isTexts = (values: readonly unknown[]): values is readonly string[] =>
  values.every((value) => typeof value === 'string')

function fromJson(text: string): GroupsReading {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'string') return known([value])
    if (Array.isArray(value) && isTexts(value)) return known(value)
    return unknown('not-json')
  } catch {
    return unknown('not-json')
  }
}

const separators = { comma: ',', space: /\s/ } as const

function fromText(text: string, format: GroupsFormat | undefined): GroupsReading {
  if (format === undefined) return known([text])
  if (format === 'json') return fromJson(text)
  const groups = text.split(separators[format]).map((group) => group.trim())
  return known(groups.filter((group) => group !== ''))
}

function fromList(list: readonly unknown[], format: GroupsFormat | undefined): GroupsReading {
  if (format !== undefined && list.length > 0) return unknown('list-in-a-format')
  return isTexts(list) ? known(list) : unknown('list-of-others')
}

function fromOther(value: unknown): UnknownGroups {
  if (value === withoutMembers) return 'without-members'
  if (value === null) return 'null'
  if (typeof value === 'boolean') return 'boolean'
  return typeof value === 'number' ? 'number' : 'object'
}

/**
 * Reads the groups of a token: a list of texts, or one text, which is one group unless the policy declares a format. Every other
 * shape is unknown rather than empty, because an agent without groups may fall to a policy that allows more.
 */
export function readGroups(
  payload: Readonly<Record<string, unknown>>,
  claim: string,
  format?: GroupsFormat,
): GroupsReading {
  if (isClaimElsewhere(payload, claim)) return unknown('elsewhere')
  const value = claimOf(payload, claim)
  if (value === undefined) return known([])
  const single = onlyElementOr(value)
  if (typeof single === 'string') return fromText(single, format)
  return Array.isArray(value) ? fromList(value, format) : unknown(fromOther(value))
}
