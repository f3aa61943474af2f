import type { RowPath } from '../../field-path.ts'
import { noIssues, tooLong, type TaskIssue } from '../../issues.ts'
import { isBlank, isFarLonger, isWellFormed, scalarLength } from '../../text.ts'
import { accessTo } from '../field-rule.ts'
import { attributeTextLimit, type Attribute } from './attribute.ts'
import { attributeRule, ruledAttributes, type AttributeRules } from './attributes-rule.ts'

// Connect API, Attributes: "Attribute keys can include only alphanumeric, dash, and underscore characters."
const keyPattern = /^[A-Za-z0-9_-]+$/

const pathOf = (row: number, member: 'key' | 'value'): RowPath => ({ list: 'attributes', row, member })

const textTooLong = (field: RowPath, text: string) =>
  tooLong(field, 'attribute-text-too-long', scalarLength(text), attributeTextLimit)

function keyIssues(key: string, row: number, seen: ReadonlySet<string>): readonly TaskIssue[] {
  if (key === '') return [{ field: pathOf(row, 'key'), code: 'attribute-key-missing' }]
  if (key.length > attributeTextLimit) return textTooLong(pathOf(row, 'key'), key)
  if (!keyPattern.test(key)) return [{ field: pathOf(row, 'key'), code: 'attribute-key-invalid' }]
  if (seen.has(key)) return [{ field: pathOf(row, 'key'), code: 'attribute-key-repeated' }]
  return noIssues
}

function valueIssues(value: string, row: number): readonly TaskIssue[] {
  if (value === '') return noIssues
  if (isFarLonger(value, attributeTextLimit)) return textTooLong(pathOf(row, 'value'), value)
  if (!isWellFormed(value)) return [{ field: pathOf(row, 'value'), code: 'text-not-unicode' }]
  if (value.length <= attributeTextLimit) return noIssues
  return textTooLong(pathOf(row, 'value'), value)
}

function ruleIssues({ key, value }: Attribute, row: number, rules: AttributeRules): readonly TaskIssue[] {
  const rule = attributeRule(rules, key)
  if (accessTo(rule) !== 'editable') {
    if (rule.default === undefined) return [{ field: pathOf(row, 'key'), code: 'attribute-not-allowed' }]
    if (rule.default !== value) return [{ field: pathOf(row, 'value'), code: 'field-locked' }]
  }
  if (!rule.isRequired || !isBlank(value)) return noIssues
  return [{ field: pathOf(row, 'value'), code: 'field-required' }]
}

/** The attributes that the rules require and the task lacks. */
export function missingAttributes(own: readonly Attribute[], rules: AttributeRules): readonly TaskIssue[] {
  const keys = new Set(own.map(({ key }) => key))
  return ruledAttributes(rules)
    .filter((key) => attributeRule(rules, key).isRequired && !keys.has(key))
    .map((name) => ({ field: 'attributes', code: 'attribute-required', name }))
}

/** Why Connect or the rules refuse single rows. */
export function attributeRowIssues(own: readonly Attribute[], rules: AttributeRules): readonly TaskIssue[] {
  const issues: TaskIssue[] = []
  const seen = new Set<string>()
  for (const [row, attribute] of own.entries()) {
    const ruled = rules.attributes ? ruleIssues(attribute, row, rules) : noIssues
    const isAsked = ruled.some(({ code }) => code === 'field-required')
    issues.push(...keyIssues(attribute.key, row, seen))
    // A required value that is missing is asked for once.
    if (!isAsked) issues.push(...valueIssues(attribute.value, row))
    issues.push(...ruled)
    seen.add(attribute.key)
  }
  return issues
}
