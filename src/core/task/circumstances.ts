import type { FieldRules } from './task-parts.ts'
import type { FieldCircumstances, FieldSetting } from '../fields/field.ts'

/** The facts, beside the request itself, that the rules need. */
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
