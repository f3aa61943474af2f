import { recognizeReference } from '../../../core/fields/references/reference-kinds.ts'
import type { ReferenceType } from '../../../core/fields/references/reference.ts'
import type { DateReading } from '../../../core/time/written-date.ts'

export interface TypedValue {
  readonly type: ReferenceType
  readonly value: string
}

/** A value in the row of another type. A date has an input of its own, which takes and gives no other text. */
export function valueAs(
  type: ReferenceType,
  { type: before, value }: TypedValue,
  reading: DateReading,
): string {
  if (type === before) return value
  if (type === 'DATE') return recognizeReference(value, ['DATE'], reading)?.value ?? ''
  if (before !== 'DATE') return value
  return type === 'STRING' ? value.replace('T', ' ') : ''
}
