import {
  accessTo,
  attributeRule,
  isFixed,
  isReferenceRuleAllowed,
  referenceRule,
  ruledAttributes,
  ruledReferences,
  type FieldRule,
  type FieldRules,
} from './field-rules.ts'
import type { TaskField, TaskIssue } from './issues.ts'
import type { ReferenceType } from './fields/reference-types.ts'
import { checkTask } from './task.ts'

/** What is wrong with rules, for whoever wrote them; nothing that an agent should ever meet. */
export interface FieldRulesMistake {
  /** Into the rules, member by member. */
  readonly path: readonly string[]
  readonly code:
    | TaskIssue['code']
    | 'nobody-can-fill-in'
    | 'default-never-shown'
    | 'not-among-allowed'
    | 'name-begins-or-ends-blank'
}

/** What every default of the rules says together, beside the least that makes a task. */
const requestOfDefaults = (rules: FieldRules) => ({
  name: rules.name?.default ?? 'Task',
  description: rules.description?.default ?? '',
  destination: rules.destination?.default ?? ({ type: 'flow', flowId: 'any' } as const),
  references: ruledReferences(rules).map(([name, type]) => ({
    name,
    type,
    value: referenceRule(rules, name).default ?? '',
  })),
  attributes: ruledAttributes(rules).map((key) => ({ key, value: attributeRule(rules, key).default ?? '' })),
})

interface RuledRows {
  readonly references: readonly string[]
  readonly attributes: readonly string[]
}

function pathOf(field: TaskField, rows: RuledRows): readonly string[] {
  const [list = field, row, member] = field.split('.')
  if (row === undefined) return list === 'references' || list === 'attributes' ? [list] : [list, 'default']
  const position = Number(row)
  const rule =
    list === 'references'
      ? ['references', 'byName', rows.references[position] ?? row]
      : ['attributes', 'byKey', rows.attributes[position] ?? row]
  return member === 'value' ? [...rule, 'default'] : rule
}

/** Where a default is what Connect would refuse. A reference without one is not: the agent fills it in. */
function brokenDefaults(rules: FieldRules): FieldRulesMistake[] {
  const check = checkTask(requestOfDefaults(rules), { now: new Date(0), scheduleHorizonDays: 1 })
  const rows = {
    references: ruledReferences(rules).map(([name]) => name),
    attributes: ruledAttributes(rules),
  }
  const left = new Set<string>(
    rows.references.flatMap((name, row) =>
      referenceRule(rules, name).default === undefined ? [`references.${row}.value`] : [],
    ),
  )
  const isLeftToAgent = (field: TaskField) => left.has(field)
  const issues = check.ok ? [] : check.issues.filter(({ field }) => !isLeftToAgent(field))
  return issues.map(({ field, code }) => ({ path: pathOf(field, rows), code }))
}

/** What is needed, and kept from the agent without a value. The form shows it all the same: see {@link accessTo}. */
function withheld(
  path: readonly string[],
  rule: FieldRule<unknown> = {},
  isNeeded = rule.isRequired === true,
) {
  const isWithheld = isNeeded && isFixed(rule) && accessTo(rule, isNeeded) === 'editable'
  return isWithheld ? [{ path, code: 'nobody-can-fill-in' } as const] : []
}

function contradictions(rules: FieldRules): FieldRulesMistake[] {
  const { name, description, destination, link = {}, schedule = {} } = rules
  const isNoLink = link.isRequired && isFixed(link) && link.default === 'none'
  const isLinkForbidden =
    link.default !== undefined && link.default !== 'none' && link.types?.includes(link.default) === false
  const isNoTime =
    schedule.isRequired && isFixed(schedule) && (schedule.isHidden || schedule.default !== 'later')
  const isTimeHidden = schedule.isHidden && schedule.default === 'later'
  return [
    ...withheld(['name'], name, true),
    ...withheld(['description'], description),
    ...withheld(['destination'], destination, true),
    ...(isLinkForbidden ? [{ path: ['link', 'default'], code: 'not-among-allowed' } as const] : []),
    ...(isNoLink ? [{ path: ['link'], code: 'nobody-can-fill-in' } as const] : []),
    ...(isNoTime || isTimeHidden ? [{ path: ['schedule'], code: 'nobody-can-fill-in' } as const] : []),
    ...ruledAttributes(rules).flatMap((key) =>
      withheld(['attributes', 'byKey', key], attributeRule(rules, key)),
    ),
  ]
}

function referenceMistakes(name: string, type: ReferenceType, rules: FieldRules): FieldRulesMistake[] {
  const rule = referenceRule(rules, name)
  const path = ['references', 'byName', name]
  const mistakes: FieldRulesMistake[] = withheld(path, rule)
  if (type === 'DATE' && rule.default !== undefined && accessTo(rule) !== 'hidden') {
    mistakes.push({ path: [...path, 'default'], code: 'default-never-shown' })
  }
  // The form sends names without the blanks around them, and would find no rule for such a one.
  if (name !== name.trim()) mistakes.push({ path, code: 'name-begins-or-ends-blank' })
  return mistakes
}

const forbiddenReferences = (rules: FieldRules): FieldRulesMistake[] =>
  Object.entries(rules.references?.byName ?? {})
    .filter(([, rule]) => !isReferenceRuleAllowed(rules, rule))
    .map(([name]) => ({ path: ['references', 'byName', name], code: 'not-among-allowed' }))

/** Where rules contradict themselves or Connect: told to a host or in a policy file, before an agent meets it. */
export const fieldRulesMistakes = (rules: FieldRules): FieldRulesMistake[] => [
  ...brokenDefaults(rules),
  ...contradictions(rules),
  ...forbiddenReferences(rules),
  ...ruledReferences(rules).flatMap(([name, type]) => referenceMistakes(name, type, rules)),
]
