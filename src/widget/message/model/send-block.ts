import { toField } from '../../../core/message/fields/to.ts'
import type { MessageRules } from '../../../core/message/message-parts.ts'
import { isNeverRight, waitOf, type WaitForCustomer } from './use-wait.ts'

/** The reason why the message cannot be sent now, even if the agent changes the form. The button says it. */
export type SendBlock =
  | { readonly why: 'contact-missing' | 'number-missing' | 'never' }
  | { readonly why: 'wait'; readonly wait: WaitForCustomer }

export interface AddressedMessage {
  readonly to: string
  /** The message has a contact, or the agent can choose one from a list. */
  readonly hasContact: boolean
}

/** Undefined if a press sends the message or leads to the field that the agent must correct. */
export function sendBlockOf(
  rules: MessageRules,
  { to, hasContact }: AddressedMessage,
  now: Date,
): SendBlock | undefined {
  const isOnlyCustomers = toField.access(rules) === 'locked'
  if (isOnlyCustomers && !hasContact) return { why: 'contact-missing' }
  if (isOnlyCustomers && rules.customerNumber === undefined) return { why: 'number-missing' }
  if (isNeverRight(rules, to)) return { why: 'never' }
  const wait = waitOf(rules, to, now)
  return wait && { why: 'wait', wait }
}
