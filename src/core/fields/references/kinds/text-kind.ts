import { noIssues, tooLong, type PlainIssueCode, type TaskIssue } from '../../../issues.ts'
import type { RowPath } from '../../../field-path.ts'
import { isBlank, isFarLonger, isWellFormed, scalarLength } from '../../../text.ts'
import { referenceTextLimit, type TextType } from '../reference.ts'
import type { ReferenceKind } from '../reference-kind.ts'

const textTooLong = (field: RowPath, value: string) =>
  tooLong(field, 'reference-text-too-long', scalarLength(value), referenceTextLimit)

/** What Connect refuses of a text, before and after it is parsed. A text that is far too long is never parsed. */
function textIssues(
  value: string,
  field: RowPath,
  complaint: ((value: string) => PlainIssueCode | undefined) | undefined,
): readonly TaskIssue[] {
  if (isFarLonger(value, referenceTextLimit)) return textTooLong(field, value)
  if (isBlank(value)) return [{ field, code: 'reference-value-missing' }]
  if (!complaint) return textTooLong(field, value)
  if (!isWellFormed(value)) return [{ field, code: 'text-not-unicode' }]
  const excess = textTooLong(field, value)
  if (excess.length > 0) return excess
  const code = complaint(value)
  return code ? [{ field, code }] : noIssues
}

/** A kind whose value is one text: the kind says what is wrong with the text, and overrides what it does differently. */
export const textKind = <Type extends TextType>(
  type: Type,
  complaint: (value: string) => PlainIssueCode | undefined,
  own: Partial<ReferenceKind<Type>> = {},
): ReferenceKind<Type> => ({
  newRow: (name, preset) => ({ name, type, value: preset }),
  fixed: (name, value) => ({ name, type, value }),
  isPresetShown: true,
  isEmpty: ({ value }) => value === '',
  isBlank: ({ value }) => isBlank(value),
  read: ({ name, value }) => ({ name: name.trim(), type, value: value.trim() }),
  rowIssue: () => undefined,
  valueIssues: ({ value }, field, isParsed) => textIssues(value, field, isParsed ? complaint : undefined),
  ruleIssues: () => noIssues,
  connectValue: ({ value }) => value,
  leastBytes: ({ value }) => Math.max(value.length, 1),
  ...own,
})
