import type { MessageRules } from '../../../core/message/message-parts.ts'
import { readNumber } from '../../../core/message/numbers/read-number.ts'
import type { TextMessageWords } from '../../../i18n/messages/text-message-messages.ts'

type Rules = Pick<MessageRules, 'recipients' | 'countries' | 'defaultCountry'>

/** Up to 4 countries are named: agents do not read longer lists. */
const fewCountries = 4

/** The line below the number field: how the panel has read the number, or which numbers are allowed. */
export function recipientWords(
  to: string,
  rules: Rules,
  words: TextMessageWords['to'],
  nameOf: (country: string) => string,
): string | undefined {
  const reading = readNumber(to, rules.defaultCountry)
  if (reading.ok) {
    const { country, countries: possible, international } = reading.number
    const shown = to.trim() === international ? '' : international
    if (country !== undefined) return words.understood(nameOf(country), shown)
    return possible.length === 0
      ? words.understoodAnywhere(international)
      : words.understoodAmong(possible.length <= fewCountries ? possible.map(nameOf) : [], shown)
  }
  const { countries = [] } = rules
  return rules.recipients === 'some' && countries.length > 0
    ? words.countries(countries.map(nameOf))
    : undefined
}

type CustomersRules = Rules & Pick<MessageRules, 'customerNumber'>

/** The typed number in international form. Undefined if it is not a number, or is the number of the contact's customer. */
export function numberOfOthers(to: string, rules: CustomersRules): string | undefined {
  const reading = readNumber(to, rules.defaultCountry)
  const { customerNumber } = rules
  return reading.ok && customerNumber !== undefined && reading.number.e164 !== customerNumber
    ? reading.number.international
    : undefined
}

/** The number of the contact's customer, if the agent has typed another one. */
export function otherThanCustomers(to: string, rules: CustomersRules) {
  const { customerNumber } = rules
  if (rules.recipients === 'linked-contact' || customerNumber === undefined) return undefined
  const typed = readNumber(to, rules.defaultCountry)
  const customers = readNumber(customerNumber)
  const isSame = typed.ok && typed.number.e164 === customerNumber
  return isSame || !customers.ok ? undefined : customers.number.international
}
