import type { InstanceState } from './instance-state.ts'

/** Whether Connect has forgotten the client token of a contact. `memoryMs` is the documented time, if there is one. */
export function isForgotten(
  { createdAt }: { readonly createdAt: number },
  { clientTokens, now }: InstanceState,
  memoryMs = Infinity,
): boolean {
  if (clientTokens === 'forget') return true
  const rememberedMs = typeof clientTokens === 'object' ? clientTokens.forgetAfterMs : memoryMs
  return now() - createdAt >= rememberedMs
}
