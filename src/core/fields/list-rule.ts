import { accessTo, flags, isFixed, type Access, type FieldRule } from './field-rule.ts'

/** A rule about a list of rows. */
export interface ListRule {
  /** The list has only the rows that the rules name. */
  readonly isLocked?: boolean
  /** The agent does not see the list. Rows that the rules fix are still sent. */
  readonly isHidden?: boolean
}

export type RowRules<Rule> = Readonly<Record<string, Rule>>

/** A name may be any text, even `__proto__`, so look only at own properties. */
export const ownRule = <Rule>(rules: RowRules<Rule> = {}, name: string): Rule | undefined =>
  Object.hasOwn(rules, name) ? rules[name] : undefined

/** The rule for a row: its own rule, or that of its list. A row that a locked list does not name must be empty. */
export function rowRule<Rule extends FieldRule<string>>(list: ListRule, rule: Rule | undefined) {
  if (!rule) return isFixed(list) ? { isLocked: true } : {}
  return list.isHidden ? { ...rule, isHidden: true } : rule
}

/** True if the form has a row for the rule from the start, to ask for the value or to show it. */
export function hasRow(rule: FieldRule<string>): boolean {
  const access = accessTo(rule)
  return access === 'editable' || (access === 'locked' && rule.default !== undefined)
}

/** True if a row is sent even if the request does not have it. */
export const isSentAlways = (
  rule: FieldRule<string>,
): rule is FieldRule<string> & { readonly default: string } =>
  accessTo(rule) !== 'editable' && rule.default !== undefined

/** The names that no row has. Loops over the rows once: rules have few names, but a hostile body has many rows. */
export function namesWithoutRow<Row>(
  names: readonly string[],
  rows: readonly Row[],
  nameOf: (row: Row) => string,
): readonly string[] {
  const without = new Set(names)
  for (const row of rows) {
    if (without.size === 0) break
    without.delete(nameOf(row))
  }
  return [...without]
}

/** `editable`: the agent may add and remove rows. `hidden`: there is nothing to show. */
export function listAccess(list: ListRule = {}, rules: readonly FieldRule<string>[]): Access {
  if (!isFixed(list)) return 'editable'
  return list.isHidden && !rules.some(hasRow) ? 'hidden' : 'locked'
}

/**
 * If the stronger authority fixes the list, it gets no rows from the weaker one: the proxy, which knows only the stronger one,
 * would refuse them.
 */
export function mergeRows<Rule>(
  strong: ListRule & { readonly rows: RowRules<Rule> },
  weak: RowRules<Rule>,
  merge: (strong: Rule, weak: Rule) => Rule,
): RowRules<Rule> {
  const added = isFixed(strong) ? {} : weak
  const rows = new Map(Object.entries(strong.rows))
  for (const [name, rule] of Object.entries(added)) {
    const stronger = rows.get(name)
    rows.set(name, stronger ? merge(stronger, rule) : rule)
  }
  return Object.fromEntries(rows)
}

export const mergeListFlags = (strong: ListRule, weak: ListRule): ListRule =>
  flags({
    isLocked: strong.isLocked === true || weak.isLocked === true,
    isHidden: strong.isHidden === true || weak.isHidden === true,
  })
