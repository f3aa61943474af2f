import type { Issue } from '../../issues/issues.ts'
import type { MessageFieldOf } from '../message-field.ts'
import type { MessageOptions } from '../message-options.ts'
import { isE164 } from '../numbers/e164.ts'
import { readNumber } from '../numbers/read-number.ts'
import { recipientIssues } from './recipients.ts'

export type ToRules = Pick<
  MessageOptions,
  | 'recipients'
  | 'countries'
  | 'prefixes'
  | 'customerNumber'
  | 'defaultCountry'
  | 'quietUntil'
  | 'isAlwaysQuiet'
  | 'nextMessageAt'
>

export interface ToParts {
  /** As the agent types it. */
  readonly draft: { readonly to: string }
  /** In E.164. */
  readonly request: { readonly to: string }
  readonly rules: ToRules
  readonly parameters: { readonly DestinationEndpoint: ReturnType<typeof endpointOf> }
}

/** The customer's number for display. Empty if it is not known. */
function customersNumber({ customerNumber = '' }: ToRules): string {
  const reading = readNumber(customerNumber)
  return reading.ok ? reading.number.international : customerNumber
}

const isBefore = (now: Date, instant: string | undefined) =>
  instant !== undefined && now.getTime() < Date.parse(instant)

/** Why the customer gets no message now, as far as that is known. */
function waitIssues({ quietUntil, isAlwaysQuiet, nextMessageAt }: ToRules, now: Date): readonly Issue[] {
  if (isAlwaysQuiet || isBefore(now, quietUntil)) return [{ field: 'to', code: 'quiet-hours' }]
  return isBefore(now, nextMessageAt) ? [{ field: 'to', code: 'message-interval' }] : []
}

function numberIssues(to: string): readonly Issue[] {
  const reading = readNumber(to)
  if (!reading.ok) return [{ field: 'to', code: reading.code }]
  return isE164(to) && reading.number.e164 === to ? [] : [{ field: 'to', code: 'number-invalid' }]
}

/** Connect accepts only this type of endpoint here (Connect API, `DestinationEndpoint`). */
export const endpointOf = (e164: string) => ({ Type: 'TELEPHONE_NUMBER', Address: e164 }) as const

export const toField: MessageFieldOf<ToParts> = {
  access: ({ recipients }) => (recipients === 'linked-contact' ? 'locked' : 'editable'),
  preset: (_, rules) => ({ to: customersNumber(rules) }),
  draftUnder: ({ to }, rules) => ({
    to: rules.recipients === 'linked-contact' ? customersNumber(rules) : to,
  }),
  read: ({ to }, { defaultCountry }) => {
    const reading = readNumber(to, defaultCountry)
    if (reading.ok) return { request: { to: reading.number.e164 } }
    return { request: { to }, issues: [{ field: 'to', code: reading.code }] }
  },
  fill: ({ to }) => ({ to }),
  issues: ({ to }, rules, { now }) => {
    const wrong = [...numberIssues(to), ...recipientIssues(to, rules)]
    return wrong.length > 0 ? wrong.slice(0, 1) : waitIssues(rules, now)
  },
  parameters: ({ to }) => ({ DestinationEndpoint: endpointOf(to) }),
}
