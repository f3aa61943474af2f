import { recognizeReference } from '../../../core/fields/references/reference-kinds.ts'
import type { ReferenceType } from '../../../core/fields/references/reference.ts'
import type { DateReading } from '../../../core/time/written-date.ts'

export interface TypedValue {
  readonly type: ReferenceType
  readonly value: string
}

/** Converts a value for a row of another type. A date input takes no other text, so the value may become empty. */
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
