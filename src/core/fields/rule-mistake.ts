import type { Issue } from '../issues/issues.ts'
import { accessTo, isFixed, type FieldRule } from './field-rule.ts'

/** A mistake in a rule, for the developer or administrator who wrote it. Agents never see one. */
export interface RuleMistake {
  /** The path into the rules, one entry for each member. */
  readonly path: readonly string[]
  readonly code:
    | Issue['code']
    | 'withheld-without-value'
    | 'default-never-shown'
    | 'not-among-allowed'
    | 'form-only-for-text'
    | 'name-begins-or-ends-blank'
}

/** The mistake of a rule that requires a value, locks or hides the field, and has no default. */
export const withheld = (
  path: readonly string[],
  rule: FieldRule<unknown> = {},
  isNeeded = rule.isRequired === true,
): readonly RuleMistake[] =>
  isNeeded && isFixed(rule) && accessTo(rule, isNeeded) === 'editable'
    ? [{ path, code: 'withheld-without-value' }]
    : []

/** The mistakes of a default that Connect would refuse. */
export const brokenDefault = (field: string, issues: readonly Issue[]): readonly RuleMistake[] =>
  issues.map(({ code }) => ({ path: [field, 'default'], code }))
