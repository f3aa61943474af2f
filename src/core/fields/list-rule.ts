import { accessTo, flags, isFixed, type Access, type FieldRule } from './field-rule.ts'

/** A rule about a list of rows. */
export interface ListRule {
  /** The list has only the rows that the rules name. */
  readonly isLocked?: boolean
  /** The agent does not see the list. Rows that its rules fix are sent all the same. */
  readonly isHidden?: boolean
}

export type RowRules<Rule> = Readonly<Record<string, Rule>>

/** Names may be any text, `__proto__` too. */
export const ownRule = <Rule>(rules: RowRules<Rule> = {}, name: string): Rule | undefined =>
  Object.hasOwn(rules, name) ? rules[name] : undefined

/** The rule that holds for a row: its own, or that of its list. A row that a locked list does not name must be empty. */
export function rowRule<Rule extends FieldRule<string>>(list: ListRule, rule: Rule | undefined) {
  if (!rule) return isFixed(list) ? { isLocked: true } : {}
  return list.isHidden ? { ...rule, isHidden: true } : rule
}

/** Whether the form has a row for the rule from the start, to ask the agent for the value or to show it. */
export function hasRow(rule: FieldRule<string>): boolean {
  const access = accessTo(rule)
  return access === 'editable' || (access === 'locked' && rule.default !== undefined)
}

/** Whether a row is sent though the request does not name it. */
export const isSentAlways = (
  rule: FieldRule<string>,
): rule is FieldRule<string> & { readonly default: string } =>
  accessTo(rule) !== 'editable' && rule.default !== undefined

/** Those of these names that no row has. The names of rules are few, and a hostile body has many rows. */
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

/** Editable: the agent may add and remove rows. Hidden: there is nothing to show. */
export function listAccess(list: ListRule = {}, rules: readonly FieldRule<string>[]): Access {
  if (!isFixed(list)) return 'editable'
  return list.isHidden && !rules.some(hasRow) ? 'hidden' : 'locked'
}

/** A list that the stronger authority fixes gets no rows from the weaker one: where only the stronger one decides, they would be refused. */
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
