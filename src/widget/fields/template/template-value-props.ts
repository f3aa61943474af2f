import type { referenceRule } from '../../../core/fields/references/references-rule.ts'
import type { ControlProps } from '../../controls/field.tsx'

/** A value of a field of a template. */
export interface RuledValue {
  /** The row of the references that holds it. */
  readonly index: number
  readonly rule: ReturnType<typeof referenceRule>
  readonly isRequired: boolean
}

export interface ValueProps extends RuledValue {
  readonly props: ControlProps
}
