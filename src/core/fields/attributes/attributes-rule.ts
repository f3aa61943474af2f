import { trimmedCode } from '../../text/invisible.ts'
import { isBlank } from '../../text/text.ts'
import { mergeRule, type Access, type FieldRule } from '../field-rule.ts'
import {
  hasRow,
  isSentAlways,
  listAccess,
  mergeListFlags,
  mergeRows,
  namesWithoutRow,
  ownRule,
  rowRule,
  type ListRule,
  type RowRules,
} from '../list-rule.ts'
import type { Attribute } from './attribute.ts'

export interface AttributesRule extends ListRule {
  readonly byKey?: RowRules<FieldRule<string>>
}

export interface AttributeRules {
  readonly attributes?: AttributesRule
}

/** The rule for an attribute of this key. */
export const attributeRule = ({ attributes = {} }: AttributeRules, key: string): FieldRule<string> =>
  rowRule(attributes, ownRule(attributes.byKey, key))

/** Finds the rules of many rows. Uses a map, because looking up many different texts in an object is slow. */
export function attributeRuleFinder({ attributes = {} }: AttributeRules): (key: string) => FieldRule<string> {
  const byKey = new Map(Object.entries(attributes.byKey ?? {}))
  return (key) => rowRule(attributes, byKey.get(key))
}

export const ruledAttributes = ({ attributes }: AttributeRules): string[] =>
  Object.keys(attributes?.byKey ?? {})

const isAttributeRuled = ({ attributes }: AttributeRules, key: string) =>
  ownRule(attributes?.byKey, key) !== undefined

/** The keys of the rows that the rules add to the form. The agent can neither remove these rows nor change their keys. */
export const shownAttributes = (rules: AttributeRules): string[] =>
  ruledAttributes(rules).filter((key) => hasRow(attributeRule(rules, key)))

export const attributesAccess = (rules: AttributeRules): Access =>
  listAccess(
    rules.attributes,
    ruledAttributes(rules).map((key) => attributeRule(rules, key)),
  )

/** True for an empty row, and for a row of the rules without a value unless the value is required. These rows are not sent. */
export const isAttributeUnfilled = ({ key, value }: Attribute, rules: AttributeRules): boolean =>
  value === '' && (isBlank(key) || (isAttributeRuled(rules, key) && !attributeRule(rules, key).isRequired))

/** A row as it is sent. */
export function sentAttribute(row: Attribute): Attribute {
  const key = trimmedCode(row.key)
  return key === row.key ? row : { key, value: row.value }
}

/** The task's attributes together with those that the rules fix: everything that is sent and counted. */
export function withFixedAttributes(own: readonly Attribute[], rules: AttributeRules): readonly Attribute[] {
  const added = namesWithoutRow(ruledAttributes(rules), own, ({ key }) => key).flatMap((key) => {
    const rule = attributeRule(rules, key)
    return isSentAlways(rule) ? [{ key, value: rule.default }] : []
  })
  return added.length === 0 ? own : [...own, ...added]
}

/** The rows of a draft under the rules. Rows of the agent's own stay. */
export function attributesUnder(typed: readonly Attribute[], rules: AttributeRules): readonly Attribute[] {
  const typedByKey = new Map(typed.map(({ key, value }) => [trimmedCode(key), value]))
  const ruled = ruledAttributes(rules).flatMap((key) => {
    const rule = attributeRule(rules, key)
    const preset = rule.default ?? ''
    const value = isSentAlways(rule) ? preset : (typedByKey.get(key) ?? preset)
    return hasRow(rule) ? [{ key, value }] : []
  })
  return [...ruled, ...typed.filter(({ key }) => !isAttributeRuled(rules, trimmedCode(key)))]
}

export function mergeAttributesRule(strong: AttributesRule, weak: AttributesRule): AttributesRule {
  const byKey = mergeRows({ ...strong, rows: strong.byKey ?? {} }, weak.byKey ?? {}, mergeRule)
  return { ...mergeListFlags(strong, weak), ...(Object.keys(byKey).length > 0 ? { byKey } : {}) }
}
