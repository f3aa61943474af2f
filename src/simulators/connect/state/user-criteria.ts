import type { ConnectUser } from '../wire/routing.ts'
import { invalidParameter, invalidRequest } from '../wire/service-error.ts'
import { asChoice, asMembers, type Members, optionalList, requiredText } from '../wire/wire-members.ts'

type Criterion = (user: ConnectUser) => boolean

const known: ReadonlySet<string> = new Set(['OrConditions', 'AndConditions', 'StringCondition'])

/** Parses SearchCriteria into a predicate. Empty criteria match all users. */
export function readUserCriteria(criteria: Members): Criterion {
  const unknown = [...criteria.keys()].find((name) => !known.has(name))
  if (unknown !== undefined) throw invalidRequest(`SearchCriteria.${unknown} is not supported here.`)
  const or = readList(criteria, 'OrConditions')
  const and = readList(criteria, 'AndConditions') ?? []
  const text = criteria.get('StringCondition') ?? undefined
  const own = text === undefined ? [] : [readStringCondition(asMembers(text, 'StringCondition'))]
  return (user) =>
    [...and, ...own].every((matches) => matches(user)) && (or?.some((matches) => matches(user)) ?? true)
}

function readList(criteria: Members, name: string) {
  return optionalList(criteria, name)?.map((entry) => readUserCriteria(asMembers(entry, name)))
}

const valuesByField: ReadonlyMap<string, (user: ConnectUser) => readonly string[]> = new Map([
  ['username', ({ username }: ConnectUser) => [username]],
  ['firstname', ({ firstName }: ConnectUser) => [firstName]],
  ['lastname', ({ lastName }: ConnectUser) => [lastName]],
  ['resourceid', ({ userId }: ConnectUser) => [userId]],
  ['routingprofileid', ({ routingProfileId }: ConnectUser) => [routingProfileId]],
  ['securityprofileid', ({ securityProfileIds }: ConnectUser) => securityProfileIds],
])

const comparisons = {
  EXACT: (value: string, wanted: string) => value === wanted,
  STARTS_WITH: (value: string, wanted: string) => value.startsWith(wanted),
  CONTAINS: (value: string, wanted: string) => value.includes(wanted),
} as const

/** Ignores case, so that callers cannot rely on a search to distinguish "Ana" from "ana". */
function readStringCondition(condition: Members): Criterion {
  const field = requiredText(condition, 'FieldName')
  const valuesOf = valuesByField.get(field.toLowerCase())
  if (valuesOf === undefined) throw invalidParameter(`FieldName ${field} is not supported.`)
  const wanted = requiredText(condition, 'Value').toLowerCase()
  const compare =
    comparisons[
      asChoice(condition.get('ComparisonType'), 'ComparisonType', [
        'EXACT',
        'STARTS_WITH',
        'CONTAINS',
      ] as const)
    ]
  return (user) => valuesOf(user).some((value) => compare(value.toLowerCase(), wanted))
}
