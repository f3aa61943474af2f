import { everyMinutesDefault, type MessagesRule } from '../../core/message/rule/messages-rule.ts'
import type { Policy, PolicyFile } from '../policy/policies.ts'
import { ProblemError } from '../problem-error.ts'

const minuteMs = 60_000

export const everyMinutesOf = ({ everyMinutes = everyMinutesDefault }: MessagesRule): number => everyMinutes

export const everyMsOf = (rule: MessagesRule): number => everyMinutesOf(rule) * minuteMs

/** The longest interval that a message may still be asked about. */
export const longestIntervalMs = ({ policies }: PolicyFile): number =>
  Math.max(0, ...policies.map(({ messages }) => (messages ? everyMsOf(messages) : 0)))

/** The messages that the agent may send; throws `forbidden` if there are none. */
export function messagesRuleOf({ messages }: Policy): MessagesRule {
  if (messages) return messages
  throw new ProblemError({
    code: 'forbidden',
    reason: 'messages-not-allowed',
    detail: 'The policy for this agent (POLICY_FILE) has no “messages”, so the agent may send none.',
  })
}

/** A policy for the flows of messages alone. That tasks need a template says nothing about messages. */
export function flowsPolicy({ name, flows, messages }: Policy): Policy {
  const allowed = messages?.flows ?? flows
  return { name, ...(allowed ? { flows: allowed } : {}), quickConnects: [], templates: [] }
}
