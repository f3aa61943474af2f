import type { RowPath } from '../../issues/field-path.ts'
import type { Issue } from '../../issues/issues.ts'
import { findInvisible } from '../../text/invisible.ts'
import {
  createRowIssues,
  textExcess,
  unseenFault,
  type RowFault,
  type RowIssueCount,
} from '../../issues/row-issues.ts'
import { isBlank, isFarLonger, isWellFormed } from '../../text/text.ts'
import { accessTo, type FieldRule } from '../field-rule.ts'
import { namesWithoutRow } from '../list-rule.ts'
import { attributeKeyPattern, attributeTextLimit, type Attribute } from './attribute.ts'
import {
  attributeRule,
  attributeRuleFinder,
  ruledAttributes,
  type AttributeRules,
} from './attributes-rule.ts'

const pathOf = (row: number, member: 'key' | 'value'): RowPath => ({ list: 'attributes', row, member })

const textTooLong = (text: string) => textExcess('attribute-text-too-long', text, attributeTextLimit)

function keyFault(key: string, seen: ReadonlySet<string>): RowFault | undefined {
  if (key.length > attributeTextLimit) return textTooLong(key)
  if (isBlank(key)) return 'attribute-key-missing'
  if (!attributeKeyPattern.test(key)) return unseenFault(key, findInvisible(key)) ?? 'attribute-key-invalid'
  return seen.has(key) ? 'attribute-key-repeated' : undefined
}

function valueFault(value: string): RowFault | undefined {
  if (value === '') return undefined
  if (isFarLonger(value, attributeTextLimit)) return textTooLong(value)
  if (!isWellFormed(value)) return 'text-not-unicode'
  return textTooLong(value)
}

function ruleFault(value: string, rule: FieldRule<string>) {
  if (accessTo(rule) !== 'editable') {
    if (rule.default === undefined) return 'attribute-not-allowed'
    if (rule.default !== value) return 'field-locked'
  }
  return rule.isRequired && isBlank(value) ? 'field-required' : undefined
}

/** The attributes that the rules require and the task lacks. */
export function missingAttributes(own: readonly Attribute[], rules: AttributeRules): readonly Issue[] {
  const required = ruledAttributes(rules).filter((key) => attributeRule(rules, key).isRequired)
  return namesWithoutRow(required, own, ({ key }) => key).map((name) => ({
    field: 'attributes',
    code: 'attribute-required',
    name,
  }))
}

/** Why Connect or the rules refuse single rows. */
export function attributeRowIssues(
  own: readonly Attribute[],
  rules: AttributeRules,
  count?: RowIssueCount,
): readonly Issue[] {
  const issues = createRowIssues(pathOf, count)
  const ruleOf = attributeRuleFinder(rules)
  const seen = new Set<string>()
  for (const [row, { key, value }] of own.entries()) {
    const ruled = ruleFault(value, ruleOf(key))
    issues.add(row, 'key', keyFault(key, seen))
    // Complain only once about a missing required value.
    if (ruled !== 'field-required') issues.add(row, 'value', valueFault(value))
    issues.add(row, ruled === 'attribute-not-allowed' ? 'key' : 'value', ruled)
    seen.add(key)
  }
  return issues.listed
}
