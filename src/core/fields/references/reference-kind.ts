import type { PlainIssueCode } from '../../issues/issues.ts'
import type { RowFault } from '../../issues/row-issues.ts'
import type { DateReading } from '../../time/written-date.ts'
import type { TimeZone } from '../../time/time-zone.ts'
import type { Reference, ReferenceDraft, ReferenceType } from './reference.ts'

/** What rules may say about the values of any kind, beside the value itself. */
export interface ValueRules {
  /** Where a URL may lead: `shop.example.com`, or with all below it `*.example.com`; anywhere when absent. */
  readonly urlHosts?: readonly string[]
}

export interface ValueReading {
  /** The value in Connect's words. */
  readonly sent: string
  /** Why Connect would refuse the value. */
  readonly fault?: RowFault | undefined
  /** Where a URL leads. */
  readonly host?: string
}

/** One kind of reference: what a row holds, how it is read, what is refused, and what Connect gets. */
export interface ReferenceKind<Type extends ReferenceType> {
  /** A row with the value that a rule gives, if a row can show it. */
  readonly newRow: (name: string, preset: string) => ReferenceDraft<Type>
  /** The reference that a rule fixes. */
  readonly fixed: (name: string, value: string) => Reference<Type>
  /** Whether a row can show the value that a rule gives. */
  readonly isPresetShown: boolean
  readonly isEmpty: (row: ReferenceDraft<Type>) => boolean
  /** Like empty, but blanks count as nothing. */
  readonly isBlank: (row: ReferenceDraft<Type> | Reference<Type>) => boolean
  readonly read: (row: ReferenceDraft<Type>, timeZone: TimeZone) => Reference<Type>
  /**
   * The value of a row for a text that is certainly of this kind. Undefined for a text that may be of another kind, such as an
   * order number of digits and letters.
   */
  readonly recognize: (text: string, reading: DateReading) => string | undefined
  /** The value that was probably meant by one that is refused. */
  readonly mend: (value: string) => string | undefined
  /** The issue of a row that the reference read from it cannot express. */
  readonly rowIssue: (row: ReferenceDraft<Type>, timeZone: TimeZone) => PlainIssueCode | undefined
  /** Reads the value once for all that is asked about it. */
  readonly readValue: (reference: Reference<Type>) => ValueReading
  /** Looks only at the length of the value, as far as that is possible. */
  readonly measureValue: (reference: Reference<Type>) => ValueReading
  /** Why the rules refuse the value. */
  readonly ruleFault: (reading: ValueReading, rules: ValueRules) => RowFault | undefined
  /** The value in Connect's words. */
  readonly connectValue: (reference: Reference<Type>) => string
  /** A lower bound of the bytes that Connect counts for the value, found without parsing it. */
  readonly leastBytes: (reference: Reference<Type>) => number
}
