import {
  isFixed,
  isReferenceRuleAllowed,
  type FieldRule,
  type FieldRules,
  type LinkRule,
  type ListRule,
  type ReferenceRule,
  type ReferencesRule,
} from './field-rules.ts'
import { covers } from './fields/url-hosts.ts'

const flags = (isRequired?: boolean, isLocked?: boolean, isHidden?: boolean) => ({
  ...(isRequired ? { isRequired } : {}),
  ...(isLocked ? { isLocked } : {}),
  ...(isHidden ? { isHidden } : {}),
})

/** What the stronger one fixes is decided, be it to nothing: of the weaker one only its own lock and veil still count. */
function mergedRule<Value>(strong: FieldRule<Value>, weak: FieldRule<Value>): FieldRule<Value> {
  const { default: weakDefault, isRequired = false } = isFixed(strong) ? {} : weak
  const value = strong.default ?? weakDefault
  return {
    ...(value === undefined ? {} : { default: value }),
    ...flags(
      strong.isRequired || isRequired,
      strong.isLocked || weak.isLocked,
      strong.isHidden || weak.isHidden,
    ),
  }
}

/** A value of another type is no default. */
function mergedReference(strong: ReferenceRule, weak: ReferenceRule): ReferenceRule {
  const { default: _otherType, ...others } = weak
  return { type: strong.type, ...mergedRule(strong, weak.type === strong.type ? weak : others) }
}

function mergedLink(strong: LinkRule, weak: LinkRule): LinkRule {
  const types = inBoth(strong.types, weak.types)
  return { ...mergedRule(strong, weak), ...(types ? { types } : {}) }
}

/** What both allow; a list that is absent allows everything. */
function inBoth<Type>(
  one: readonly Type[] | undefined,
  other: readonly Type[] | undefined,
): readonly Type[] | undefined {
  return one && other ? one.filter((type) => other.includes(type)) : (one ?? other)
}

const within = (hosts: readonly string[], outer: readonly string[]) =>
  hosts.filter((host) => outer.some((allowed) => covers(allowed, host)))

/** As above; a pattern stands for the hosts below it. */
const hostsInBoth = (one: readonly string[] | undefined, other: readonly string[] | undefined) =>
  one && other ? [...new Set([...within(one, other), ...within(other, one)])] : (one ?? other)

type Rows<Rule> = Readonly<Record<string, Rule>>

/** A list that the stronger one locks is decided as a whole: a row more would be refused where only the stronger one is asked. */
function mergedRows<Rule>(
  strong: ListRule & { readonly rows: Rows<Rule> },
  weak: Rows<Rule>,
  merge: (strong: Rule, weak: Rule) => Rule,
): Rows<Rule> {
  const added = isFixed(strong) ? {} : weak
  const rows = new Map(Object.entries(strong.rows))
  for (const [name, rule] of Object.entries(added)) {
    const stronger = rows.get(name)
    rows.set(name, stronger ? merge(stronger, rule) : rule)
  }
  return Object.fromEntries(rows)
}

const listFlags = (strong: ListRule = {}, weak: ListRule = {}) =>
  flags(false, strong.isLocked || weak.isLocked, strong.isHidden || weak.isHidden)

function mergedReferences(strong: ReferencesRule, weak: ReferencesRule): ReferencesRule {
  const types = inBoth(strong.types, weak.types)
  const urlHosts = hostsInBoth(strong.urlHosts, weak.urlHosts)
  const kept = Object.entries(weak.byName ?? {}).filter(([, rule]) =>
    isReferenceRuleAllowed({ references: strong }, rule),
  )
  const byName = mergedRows(
    { ...strong, rows: strong.byName ?? {} },
    Object.fromEntries(kept),
    mergedReference,
  )
  return {
    ...listFlags(strong, weak),
    ...(types ? { types } : {}),
    ...(urlHosts ? { urlHosts } : {}),
    ...(Object.keys(byName).length > 0 ? { byName } : {}),
  }
}

function mergedAttributes(strong: FieldRules['attributes'], weak: FieldRules['attributes']) {
  const byKey = mergedRows({ ...strong, rows: strong?.byKey ?? {} }, weak?.byKey ?? {}, mergedRule)
  return { ...listFlags(strong, weak), ...(Object.keys(byKey).length > 0 ? { byKey } : {}) }
}

const either = <Rule>(
  strong: Rule | undefined,
  weak: Rule | undefined,
  merge: (strong: Rule, weak: Rule) => Rule,
) => (strong && weak ? merge(strong, weak) : (strong ?? weak))

function merged(strong: FieldRules, weak: FieldRules): FieldRules {
  const { name, description, destination, link, schedule, references, attributes } = {
    name: either(strong.name, weak.name, mergedRule),
    description: either(strong.description, weak.description, mergedRule),
    destination: either(strong.destination, weak.destination, mergedRule),
    link: either(strong.link, weak.link, mergedLink),
    schedule: either(strong.schedule, weak.schedule, mergedRule),
    references: either(strong.references, weak.references, mergedReferences),
    attributes: either(strong.attributes, weak.attributes, mergedAttributes),
  }
  return {
    ...(name ? { name } : {}),
    ...(description ? { description } : {}),
    ...(destination ? { destination } : {}),
    ...(link ? { link } : {}),
    ...(schedule ? { schedule } : {}),
    ...(references ? { references } : {}),
    ...(attributes ? { attributes } : {}),
  }
}

/**
 * One set of rules from several, the strongest authority first: policy, template, host. The stricter one wins; a default is
 * the strongest authority's that gives one.
 */
export const mergeFieldRules = (...rules: readonly FieldRules[]): FieldRules => rules.reduce(merged, {})
