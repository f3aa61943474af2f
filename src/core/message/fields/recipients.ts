import type { RecipientIssueCode, Issue } from '../../issues/issues.ts'
import type { MessageOptions } from '../message-options.ts'
import { readNumber } from '../numbers/read-number.ts'

type RecipientRules = Pick<MessageOptions, 'recipients' | 'countries' | 'prefixes' | 'customerNumber'>

/** Every country that the number could belong to must be allowed. */
function isInCountries(e164: string, countries: readonly string[] | undefined): boolean {
  const reading = readNumber(e164)
  const of = reading.ok ? reading.number.countries : []
  return countries !== undefined && of.length > 0 && of.every((country) => countries.includes(country))
}

function codeOf(e164: string, rules: RecipientRules): RecipientIssueCode | undefined {
  const { recipients, countries, prefixes = [], customerNumber } = rules
  if (recipients === 'anyone' || e164 === customerNumber) return undefined
  if (recipients === 'linked-contact') {
    return customerNumber === undefined ? 'recipient-unknown' : 'recipient-not-customer'
  }
  const isAllowed = isInCountries(e164, countries) || prefixes.some((prefix) => e164.startsWith(prefix))
  return isAllowed ? undefined : 'recipient-not-allowed'
}

/** Why the organisation allows no message to this number. */
export function recipientIssues(e164: string, rules: RecipientRules): readonly Issue[] {
  const code = codeOf(e164, rules)
  return code === undefined ? [] : [{ field: 'to', code }]
}
