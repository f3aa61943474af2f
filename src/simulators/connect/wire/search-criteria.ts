import { invalidParameter, invalidRequest } from './service-error.ts'
import { asChoice, asMembers, type Members, optionalList, requiredText } from './wire-members.ts'

/** The values of an item that a search compares, by the name of a field in lower case. */
export type SearchedFields<Item> = ReadonlyMap<string, (item: Item) => readonly string[]>

const known: ReadonlySet<string> = new Set(['OrConditions', 'AndConditions', 'StringCondition'])

/** Parses SearchCriteria into a predicate. Empty criteria match all items. */
export function readSearchCriteria<Item>(
  criteria: Members,
  fields: SearchedFields<Item>,
): (item: Item) => boolean {
  const unknown = [...criteria.keys()].find((name) => !known.has(name))
  if (unknown !== undefined) throw invalidRequest(`SearchCriteria.${unknown} is not supported here.`)
  const or = readList(criteria, 'OrConditions', fields)
  const and = readList(criteria, 'AndConditions', fields) ?? []
  const text = criteria.get('StringCondition') ?? undefined
  const own = text === undefined ? [] : [readStringCondition(asMembers(text, 'StringCondition'), fields)]
  return (item) =>
    [...and, ...own].every((matches) => matches(item)) && (or?.some((matches) => matches(item)) ?? true)
}

function readList<Item>(criteria: Members, name: string, fields: SearchedFields<Item>) {
  return optionalList(criteria, name)?.map((entry) => readSearchCriteria(asMembers(entry, name), fields))
}

const comparisons = {
  EXACT: (value: string, wanted: string) => value === wanted,
  STARTS_WITH: (value: string, wanted: string) => value.startsWith(wanted),
  CONTAINS: (value: string, wanted: string) => value.includes(wanted),
} as const

/** Ignores case, so that callers cannot rely on a search to distinguish "Ana" from "ana". */
function readStringCondition<Item>(condition: Members, fields: SearchedFields<Item>) {
  const field = requiredText(condition, 'FieldName')
  const valuesOf = fields.get(field.toLowerCase())
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
  return (item: Item) => valuesOf(item).some((value) => compare(value.toLowerCase(), wanted))
}
