import type { FieldRule } from '../fields/field-rule.ts'
import type { TemplateRule } from '../fields/template-rule.ts'
import type { FieldRules } from '../task/task-parts.ts'

/** A field of a template as its kind reads it: its constraints are those of any rule. */
export interface RuledField {
  readonly name: string
  readonly rule: FieldRule<string>
  readonly options: readonly string[]
}

/** One type of template field, and the rules that a field of this type makes. */
export interface TemplateKind {
  readonly rules?: (field: RuledField) => FieldRules
  /** For a field that says where the task goes. */
  readonly place?: (field: RuledField) => Pick<TemplateRule, 'quickConnect' | 'selfAssign'>
}

/** The rule with its default converted. A default that cannot be read is dropped. */
export function ruleWith<Value>(
  { default: written, ...flags }: FieldRule<string>,
  read: (written: string) => Value | undefined,
): FieldRule<Value> {
  const value = written === undefined ? undefined : read(written)
  return value === undefined ? flags : { default: value, ...flags }
}
