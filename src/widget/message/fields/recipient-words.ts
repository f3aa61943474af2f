import type { MessageRules } from '../../../core/message/message-parts.ts'
import { readNumber } from '../../../core/message/numbers/read-number.ts'
import type { TextMessageWords } from '../../../i18n/messages/text-message-messages.ts'

type Rules = Pick<MessageRules, 'recipients' | 'countries' | 'defaultCountry'>

/** The line below the number: what the panel has understood, or which numbers are allowed. */
export function recipientWords(
  to: string,
  rules: Rules,
  words: TextMessageWords['to'],
  nameOf: (country: string) => string,
): string | undefined {
  const reading = readNumber(to, rules.defaultCountry)
  if (reading.ok) {
    const { country, international } = reading.number
    const isShown = to.trim() === international
    return country === undefined
      ? words.understoodAnywhere(international)
      : words.understood(nameOf(country), isShown ? '' : international)
  }
  const { countries = [] } = rules
  return rules.recipients === 'some' && countries.length > 0
    ? words.countries(countries.map(nameOf))
    : undefined
}

/** The customer's number, where the agent may write to another and has done so. */
export function otherThanCustomers(to: string, rules: Rules & Pick<MessageRules, 'customerNumber'>) {
  const { customerNumber } = rules
  if (rules.recipients === 'linked-contact' || customerNumber === undefined) return undefined
  const typed = readNumber(to, rules.defaultCountry)
  const customers = readNumber(customerNumber)
  const isSame = typed.ok && typed.number.e164 === customerNumber
  return isSame || !customers.ok ? undefined : customers.number.international
}
