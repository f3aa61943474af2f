import { tooLong, type TaskIssue } from '../../../issues/issues.ts'
import { trimmedText } from '../../../text/invisible.ts'
import { isBlank, isFarLonger, isWellFormed, scalarLength } from '../../../text/text.ts'
import type { MessageOptions } from '../../message-options.ts'

/**
 * Unicode scalar values in an SMS (feature specifications, "Message size"). Connect's own limit of 16,384 bytes is beyond
 * them.
 */
export const smsScalarLimit = 1_024

/** Why Connect refuses a text as SMS. */
export function smsIssues(text: string): readonly TaskIssue[] {
  if (!isFarLonger(text, smsScalarLimit)) {
    if (isBlank(text)) return [{ field: 'text', code: 'text-missing' }]
    if (!isWellFormed(text)) return [{ field: 'text', code: 'text-not-unicode' }]
  }
  return tooLong('text', 'text-too-long', scalarLength(text), smsScalarLimit)
}

/** The text that the organisation offers with these words. */
export const offeredText = (written: string, { texts }: Pick<MessageOptions, 'texts'>) =>
  texts.find(({ text }) => trimmedText(text) === trimmedText(written))

/** Why Connect or the organisation refuses a text. */
export function textIssues(
  text: string,
  rules: Pick<MessageOptions, 'texts' | 'freeText'>,
): readonly TaskIssue[] {
  const wrong = smsIssues(text)
  if (wrong.length > 0 || rules.freeText || offeredText(text, rules)) return wrong
  return [{ field: 'text', code: 'text-not-allowed' }]
}
