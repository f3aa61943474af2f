import { tooLong, type Issue } from '../../../issues/issues.ts'
import { trimmedText } from '../../../text/invisible.ts'
import { isBlank, isFarLonger, isWellFormed, scalarLength } from '../../../text/text.ts'
import type { MessageOptions } from '../../message-options.ts'
import { countSms, type SmsCount } from '../../segments/count-sms.ts'

/**
 * Unicode scalar values in an SMS that Connect sends (feature specifications, "Message size"). The limit of 16,384 bytes of
 * `InitialSystemMessage` is beyond them.
 */
export const smsScalarLimit = 1_024

/**
 * Septets and UTF-16 units in an SMS (AWS End User Messaging, "SMS character limits": "1530 GSM characters or 630 non-GSM
 * characters"). Connect would accept a longer text, and the customer would not get it.
 */
const smsUnitLimit = { 'GSM-7': 1_530, 'UCS-2': 630 } as const

const tooLongCode = { 'GSM-7': 'text-too-long-in-gsm-7', 'UCS-2': 'text-too-long-in-ucs-2' } as const

/** How much of an SMS a text uses, measured by the limit that it reaches first. */
export function smsUse({ characters, encoding, units }: SmsCount) {
  const unitLimit = smsUnitLimit[encoding]
  const isOfUnits = units / unitLimit > characters / smsScalarLimit
  return isOfUnits ? { used: units, limit: unitLimit } : { used: characters, limit: smsScalarLimit }
}

/** Why a text is no SMS. */
export function smsIssues(text: string): readonly Issue[] {
  if (!isFarLonger(text, smsScalarLimit)) {
    if (isBlank(text)) return [{ field: 'text', code: 'text-missing' }]
    if (!isWellFormed(text)) return [{ field: 'text', code: 'text-not-unicode' }]
  }
  const length = scalarLength(text)
  if (length > smsScalarLimit) return tooLong('text', 'text-too-long', length, smsScalarLimit)
  const { encoding, units } = countSms(text)
  return tooLong('text', tooLongCode[encoding], units, smsUnitLimit[encoding])
}

/** The text that the organisation offers with these words. */
export function offeredText(written: string, { texts }: Pick<MessageOptions, 'texts'>) {
  // Check this first: trimming a hostile text of 600 KB takes long.
  if (isFarLonger(written, smsScalarLimit)) return undefined
  const trimmed = trimmedText(written)
  return texts.find(({ text }) => trimmedText(text) === trimmed)
}

/** Why Connect or the organisation refuses a text. */
export function textIssues(
  text: string,
  rules: Pick<MessageOptions, 'texts' | 'freeText'>,
): readonly Issue[] {
  const wrong = smsIssues(text)
  if (wrong.length > 0 || rules.freeText || offeredText(text, rules)) return wrong
  return [{ field: 'text', code: 'text-not-allowed' }]
}
