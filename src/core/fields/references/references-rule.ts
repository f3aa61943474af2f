import { oncePer } from '../once-per.ts'
import { accessTo, allowedByBoth, mergeRule, type Access, type FieldRule } from '../field-rule.ts'
import {
  hasRow,
  isSentAlways,
  listAccess,
  mergeListFlags,
  mergeRows,
  namesWithoutRow,
  rowRule,
  type ListRule,
  type RowRules,
} from '../list-rule.ts'
import { hostsInBoth } from './kinds/url-hosts.ts'
import type { ValueRules } from './reference-kind.ts'
import { fixedReference, readValue, valueRuleFault } from './reference-kinds.ts'
import { referenceTypes, type Reference, type ReferenceType } from './reference.ts'
import { formInBoth, type ValueForm } from './value-form.ts'

/** A DATE's default is an ISO instant, as on the wire. A row shows wall-clock times, so such a reference must be hidden. */
export interface ReferenceRule extends FieldRule<string> {
  readonly type: ReferenceType
  /** For a STRING: the form of its value. Any text if absent. */
  readonly form?: ValueForm
}

export interface ReferencesRule extends ListRule, ValueRules {
  readonly byName?: RowRules<ReferenceRule>
  /** The rows come from a template. The proxy knows them, so they exist even if a policy fixes the list. */
  readonly isOfTemplate?: true
  /** Names that a template requires but that cannot be filled in. No task can be created from the template. */
  readonly unfillable?: readonly string[]
  /** The types that a reference may have. All if absent. */
  readonly types?: readonly ReferenceType[]
}

export interface ReferenceRules {
  readonly references?: ReferencesRule
}

/** The types for references that the agent adds. */
export const allowedReferenceTypes = ({ references = {} }: ReferenceRules): readonly ReferenceType[] =>
  referenceTypes.filter((type) => references.types?.includes(type) ?? true)

/** The type of a new row. A text may be anything, so a type is chosen by its value later. */
export function startReferenceType(rules: ReferenceRules): ReferenceType {
  const allowed = allowedReferenceTypes(rules)
  return allowed.includes('STRING') ? 'STRING' : (allowed[0] ?? 'URL')
}

/** True if a rule keeps to what its list allows. A rule of a weaker authority that does not is ignored. */
export function isReferenceRuleAllowed(rules: ReferenceRules, { type, default: value = '' }: ReferenceRule) {
  return (
    allowedReferenceTypes(rules).includes(type) &&
    valueRuleFault(type, readValue(fixedReference(type, '', value)), rules.references ?? {}) === undefined
  )
}

/** The rules by name, without those that the list does not allow. */
const allowedByName = oncePer(
  (references: ReferencesRule): ReadonlyMap<string, ReferenceRule> =>
    new Map(
      Object.entries(references.byName ?? {}).filter(([, rule]) =>
        isReferenceRuleAllowed({ references }, rule),
      ),
    ),
)

const noRules: ReferencesRule = {}

const allowedRules = ({ references = noRules }: ReferenceRules) => allowedByName(references)

/** The rule for a reference of this name. */
export const referenceRule = (
  rules: ReferenceRules,
  name: string,
): FieldRule<string> & Partial<Pick<ReferenceRule, 'type' | 'form'>> =>
  rowRule(rules.references ?? noRules, allowedRules(rules).get(name))

export const ruledReferences = (rules: ReferenceRules): (readonly [name: string, type: ReferenceType])[] =>
  Array.from(allowedRules(rules), ([name, { type }]) => [name, type])

export const isReferenceRuled = (rules: ReferenceRules, name: string): boolean =>
  allowedRules(rules).has(name)

/** True if a reference with this name is hidden from the agent, whether the task's or the contact's. */
export const isReferenceHidden = (rules: ReferenceRules, name: string): boolean =>
  rules.references?.isHidden === true || accessTo(referenceRule(rules, name)) === 'hidden'

/** The names of the rows that the rules add to the form. The agent can neither remove these rows nor change their names. */
export const shownReferences = (rules: ReferenceRules): string[] =>
  ruledReferences(rules)
    .map(([name]) => name)
    .filter((name) => hasRow(referenceRule(rules, name)))

export const referencesAccess = (rules: ReferenceRules): Access =>
  listAccess(
    allowedReferenceTypes(rules).length === 0 ? { ...rules.references, isLocked: true } : rules.references,
    ruledReferences(rules).map(([name]) => referenceRule(rules, name)),
  )

/** The task's references together with those that the rules fix: everything that is sent and counted. */
export function withFixedReferences(own: readonly Reference[], rules: ReferenceRules): readonly Reference[] {
  const types = new Map(ruledReferences(rules))
  const added = namesWithoutRow([...types.keys()], own, ({ name }) => name).flatMap((name) => {
    const [rule, type] = [referenceRule(rules, name), types.get(name)]
    return type && isSentAlways(rule) ? [fixedReference(type, name, rule.default)] : []
  })
  return added.length === 0 ? own : [...own, ...added]
}

/** A default of another type does not count. */
function mergeReferenceRule(strong: ReferenceRule, weak: ReferenceRule): ReferenceRule {
  const { default: _otherType, ...others } = weak
  const form = formInBoth(strong.form, weak.form)
  return {
    type: strong.type,
    ...(form ? { form } : {}),
    ...mergeRule(strong, weak.type === strong.type ? weak : others),
  }
}

/** A template's rows exist even if the stronger authority fixes the list. */
function mergeByName(strong: ReferencesRule, weak: ReferencesRule, kept: RowRules<ReferenceRule>) {
  const { byName: rows = {} } = strong
  return mergeRows(weak.isOfTemplate ? { rows } : { ...strong, rows }, kept, mergeReferenceRule)
}

export function mergeReferencesRule(strong: ReferencesRule, weak: ReferencesRule): ReferencesRule {
  const types = allowedByBoth(strong.types, weak.types)
  const urlHosts = hostsInBoth(strong.urlHosts, weak.urlHosts)
  const weakRows = Object.entries(weak.byName ?? {})
  const isKept = (rule: ReferenceRule) => isReferenceRuleAllowed({ references: strong }, rule)
  const byName = mergeByName(strong, weak, Object.fromEntries(weakRows.filter(([, rule]) => isKept(rule))))
  const lost = weakRows.flatMap(([name, rule]) =>
    weak.isOfTemplate && rule.isRequired && !isKept(rule) ? [name] : [],
  )
  const unfillable = [...(strong.unfillable ?? []), ...(weak.unfillable ?? []), ...lost]
  return {
    ...mergeListFlags(strong, weak),
    ...(strong.isOfTemplate || weak.isOfTemplate ? { isOfTemplate: true } : {}),
    ...(unfillable.length > 0 ? { unfillable } : {}),
    ...(types ? { types } : {}),
    ...(urlHosts ? { urlHosts } : {}),
    ...(Object.keys(byName).length > 0 ? { byName } : {}),
  }
}
