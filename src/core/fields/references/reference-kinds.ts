import { trimmedCode } from '../../text/invisible.ts'
import type { DateReading } from '../../time/written-date.ts'
import type { TimeZone } from '../../time/time-zone.ts'
import { dateKind } from './kinds/date.ts'
import { emailKind } from './kinds/email.ts'
import { numberKind } from './kinds/number.ts'
import { stringKind } from './kinds/string.ts'
import { urlKind } from './kinds/url.ts'
import type { Reference, ReferenceDraft, ReferenceType } from './reference.ts'
import type { ReferenceKind, ValueReading, ValueRules } from './reference-kind.ts'

const kinds: { readonly [Type in ReferenceType]: ReferenceKind<Type> } = {
  URL: urlKind,
  NUMBER: numberKind,
  STRING: stringKind,
  DATE: dateKind,
  EMAIL: emailKind,
}

/* Each function asks the kind of one row. Its type parameter ties the row to its kind. */

export const kindOf = <T extends ReferenceType>(type: T): ReferenceKind<T> => kinds[type]

export const newReferenceRow = <T extends ReferenceType>(
  type: T,
  name: string,
  preset: string,
): ReferenceDraft<T> => kindOf(type).newRow(name, preset)

export const fixedReference = <T extends ReferenceType>(type: T, name: string, value: string): Reference<T> =>
  kindOf(type).fixed(name, value)

export const isRowEmpty = <T extends ReferenceType>(row: ReferenceDraft<T>): boolean =>
  kinds[row.type].isEmpty(row)

export const isReferenceBlank = <T extends ReferenceType>(row: ReferenceDraft<T> | Reference<T>): boolean =>
  kinds[row.type].isBlank(row)

/** The type of a text and its value in a row, if the text is certainly of one of these types. */
export function recognizeReference(
  text: string,
  types: readonly ReferenceType[],
  reading: DateReading,
): { readonly type: ReferenceType; readonly value: string } | undefined {
  const trimmed = trimmedCode(text)
  for (const type of types) {
    const value = kinds[type].recognize(trimmed, reading)
    if (value !== undefined) return { type, value }
  }
  return undefined
}

/** The value that was probably meant by one that is refused. */
export const mendedValue = (type: ReferenceType, value: string): string | undefined =>
  kinds[type].mend(trimmedCode(value))

/** Reads a row as a reference to send. */
export const readReference = <T extends ReferenceType>(
  row: ReferenceDraft<T>,
  timeZone: TimeZone,
): Reference<T> => kinds[row.type].read(row, timeZone)

export const rowIssueCode = <T extends ReferenceType>(row: ReferenceDraft<T>, timeZone: TimeZone) =>
  kinds[row.type].rowIssue(row, timeZone)

export const readValue = <T extends ReferenceType>(reference: Reference<T>): ValueReading =>
  kinds[reference.type].readValue(reference)

export const measureValue = <T extends ReferenceType>(reference: Reference<T>): ValueReading =>
  kinds[reference.type].measureValue(reference)

export const valueRuleFault = (type: ReferenceType, reading: ValueReading, rules: ValueRules) =>
  kinds[type].ruleFault(reading, rules)

/** A reference's value as Connect gets it. */
export const connectReferenceValue = <T extends ReferenceType>(reference: Reference<T>): string =>
  kinds[reference.type].connectValue(reference)

export const leastValueBytes = <T extends ReferenceType>(reference: Reference<T>): number =>
  kinds[reference.type].leastBytes(reference)
