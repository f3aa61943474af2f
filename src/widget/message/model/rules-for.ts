import type { MessageDraft, MessageRules } from '../../../core/message/message-parts.ts'
import { readNumber } from '../../../core/message/numbers/read-number.ts'

/** True if the draft goes to the customer of its contact. */
function isToCustomer({ to }: Pick<MessageDraft, 'to'>, rules: MessageRules): boolean {
  const reading = readNumber(to, rules.defaultCountry)
  return reading.ok && reading.number.e164 === rules.customerNumber
}

/**
 * The rules for the recipient of a draft. The known quiet hours and the last message are the customer's, so they are left out
 * for another recipient.
 */
export function rulesFor(draft: Pick<MessageDraft, 'to'>, rules: MessageRules): MessageRules {
  if (isToCustomer(draft, rules)) return rules
  const { quietUntil: _hours, isAlwaysQuiet: _always, nextMessageAt: _last, ...others } = rules
  return others
}
