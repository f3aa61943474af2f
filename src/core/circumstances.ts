import type { FieldRules } from './field-rules.ts'
import type { DraftSetting as FieldSetting, FieldCircumstances } from './fields/field.ts'

/** What the rules need to know beside a request. */
export interface Circumstances extends FieldCircumstances {
  /** The organisation's rules beside Connect's. */
  readonly fieldRules?: FieldRules
}

/** What a draft leaves open, and the rules it is read under. */
export interface DraftSetting extends FieldSetting {
  readonly fieldRules?: FieldRules
}

/** All that a draft is judged by. */
export interface DraftCircumstances extends Circumstances, DraftSetting {}
