import { findInvisible, trimmedCode, trimmedText } from '../../../text/invisible.ts'
import type { PlainIssueCode } from '../../../issues/issues.ts'
import { textExcess, unseenFault, type RowFault } from '../../../issues/row-issues.ts'
import { isBlank, isFarLonger, isWellFormed, utf8ByteLength } from '../../../text/text.ts'
import { referencesByteLimit, referenceTextLimit, type Reference, type ReferenceType } from '../reference.ts'
import type { ReferenceKind, ValueReading } from '../reference-kind.ts'

const textTooLong = (value: string) => textExcess('reference-text-too-long', value, referenceTextLimit)

/** The fault of a text that is too long for Connect. */
function lengthFault(value: string): RowFault | undefined {
  if (isFarLonger(value, referenceTextLimit)) return textTooLong(value)
  return isBlank(value) ? 'reference-value-missing' : textTooLong(value)
}

/** Faults that can be found without parsing the text. A text that is far too long is never parsed. */
function textFault(value: string): RowFault | undefined {
  if (isFarLonger(value, referenceTextLimit)) return textTooLong(value)
  if (isBlank(value)) return 'reference-value-missing'
  return isWellFormed(value) ? textTooLong(value) : 'text-not-unicode'
}

/**
 * The fault of a text that does not fit its kind. If it has an invisible character, the fault names that, because it explains
 * more.
 */
export const notOfKind = (value: string, code: PlainIssueCode): RowFault =>
  unseenFault(value, findInvisible(value)) ?? code

/** A kind whose value is one text. `parse` reads the text or says what is wrong. `own` replaces single functions. */
export function textKind<Type extends ReferenceType>(
  type: Type,
  parse: (value: string) => RowFault | ValueReading,
  own: Partial<ReferenceKind<Type>> = {},
): ReferenceKind<Type> {
  const { connectValue = ({ value }: Reference<Type>) => value } = own
  return {
    newRow: (name, preset) => ({ name, type, value: preset }),
    fixed: (name, value) => ({ name, type, value }),
    isPresetShown: true,
    isEmpty: ({ value }) => value === '',
    isBlank: ({ value }) => isBlank(value),
    read: ({ name, value }) => ({ name: trimmedText(name), type, value: trimmedCode(value) }),
    recognize: () => undefined,
    mend: () => undefined,
    rowIssue: () => undefined,
    readValue(reference) {
      const fault = textFault(reference.value)
      if (fault) return { sent: connectValue(reference), fault }
      const read = parse(reference.value)
      const isRead = typeof read === 'object' && 'sent' in read
      return isRead ? read : { sent: reference.value, fault: read }
    },
    measureValue: (reference) => ({ sent: connectValue(reference), fault: lengthFault(reference.value) }),
    ruleFault: () => undefined,
    connectValue,
    // A cheap lower bound, because counting the bytes of a long text takes time.
    leastBytes: ({ value }) =>
      value.length > referencesByteLimit ? value.length : Math.max(utf8ByteLength(value), 1),
    ...own,
  }
}
