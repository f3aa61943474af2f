import type { InstanceState } from './instance-state.ts'

interface Created {
  readonly createdAt: number
}

/**
 * Connect API, `ClientToken` of StartOutboundChatContact: "valid for 7 days after creation". For tasks it documents no time.
 */
const messageMemoryMs = 7 * 24 * 60 * 60 * 1_000

/** Whether Connect has forgotten the client token of a task. */
export function isTaskForgotten({ createdAt }: Created, { clientTokens, now }: InstanceState): boolean {
  if (typeof clientTokens === 'object') return now() - createdAt >= clientTokens.forgetAfterMs
  return clientTokens === 'forget'
}

/** Whether Connect has forgotten the client token of a message. */
export function isMessageForgotten({ createdAt }: Created, { clientTokens, now }: InstanceState): boolean {
  if (clientTokens === 'forget') return true
  const { forgetAfterMs = messageMemoryMs, forgetMessagesAfterMs = forgetAfterMs } =
    typeof clientTokens === 'object' ? clientTokens : {}
  return now() - createdAt >= forgetMessagesAfterMs
}
