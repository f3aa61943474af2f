import type { PlainIssueCode } from '../../issues/issues.ts'
import type { RowFault } from '../../issues/row-issues.ts'
import type { DateReading } from '../../time/written-date.ts'
import type { TimeZone } from '../../time/time-zone.ts'
import type { Reference, ReferenceDraft, ReferenceType } from './reference.ts'

/** The rules that values of any kind may have, besides the value itself. */
export interface ValueRules {
  /** Allowed hosts of URLs: `shop.example.com`, or `*.example.com` for every host below it. Any host if absent. */
  readonly urlHosts?: readonly string[]
}

export interface ValueReading {
  /** The value as Connect gets it. */
  readonly sent: string
  /** Why Connect would refuse the value. */
  readonly fault?: RowFault | undefined
  /** The host of a URL. */
  readonly host?: string
}

/** One kind of reference: how a row is made, read and checked, and what Connect gets. */
export interface ReferenceKind<Type extends ReferenceType> {
  /** A new row with the value of a rule, if a row can show it. */
  readonly newRow: (name: string, preset: string) => ReferenceDraft<Type>
  /** The reference that a rule fixes. */
  readonly fixed: (name: string, value: string) => Reference<Type>
  /** True if a row can show the value of a rule. */
  readonly isPresetShown: boolean
  readonly isEmpty: (row: ReferenceDraft<Type>) => boolean
  /** Like `isEmpty`, but a value of spaces counts as empty too. */
  readonly isBlank: (row: ReferenceDraft<Type> | Reference<Type>) => boolean
  readonly read: (row: ReferenceDraft<Type>, timeZone: TimeZone) => Reference<Type>
  /**
   * The row's value for a text that is certainly of this kind. Undefined for a text that may be of another kind, such as an
   * order number of digits and letters.
   */
  readonly recognize: (text: string, reading: DateReading) => string | undefined
  /** The value that was probably meant by one that is refused. */
  readonly mend: (value: string) => string | undefined
  /** The issue of a row that the reference read from it cannot express. */
  readonly rowIssue: (row: ReferenceDraft<Type>, timeZone: TimeZone) => PlainIssueCode | undefined
  /** Reads the value once. The result answers all questions about it. */
  readonly readValue: (reference: Reference<Type>) => ValueReading
  /** Like `readValue`, but checks only the length if possible. */
  readonly measureValue: (reference: Reference<Type>) => ValueReading
  /** Why the rules refuse the value. */
  readonly ruleFault: (reading: ValueReading, rules: ValueRules) => RowFault | undefined
  /** The value as Connect gets it. */
  readonly connectValue: (reference: Reference<Type>) => string
  /** A lower bound of the bytes that Connect counts for the value, found without parsing it. */
  readonly leastBytes: (reference: Reference<Type>) => number
}
