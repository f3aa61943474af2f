import type { FieldRules } from './task-parts.ts'
import type { FieldCircumstances, FieldSetting } from '../fields/field.ts'

/** The facts that the rules need besides the request. */
export interface Circumstances extends FieldCircumstances {
  /** The organisation's rules. */
  readonly fieldRules?: FieldRules
}

/** The facts that are not in a draft, and the rules for it. */
export interface DraftSetting extends FieldSetting {
  readonly fieldRules?: FieldRules
}

/** Everything that is needed to check a draft. */
export interface DraftCircumstances extends Circumstances, DraftSetting {}
