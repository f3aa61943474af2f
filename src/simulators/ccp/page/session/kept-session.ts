import * as z from 'zod/mini'
import { channels, contactStates } from '../../../../core/contact/contact.ts'
import { referenceTypes } from '../../../../core/fields/references/reference.ts'
import type { InstanceUser } from '../../../instance/instance.ts'
import { agentStateNames, type CcpState } from '../state/ccp-state.ts'

export const referenceSchema = z.object({
  type: z.enum(referenceTypes),
  value: z.string(),
})

const contactSchema = z.object({
  contactId: z.string(),
  initialContactId: z.nullable(z.string()),
  channel: z.enum(channels),
  state: z.enum(contactStates),
  stateSince: z.coerce.date(),
  queuedAt: z.coerce.date(),
  accepted: z.boolean(),
  displayName: z.string(),
  customerNumber: z.nullable(z.string()),
  attributes: z.record(z.string(), z.string()),
  references: z.record(z.string(), referenceSchema),
})

const stateSchema = z.object({
  agentState: z.enum(agentStateNames),
  agentStateSince: z.coerce.date(),
  contacts: z.array(contactSchema),
  viewedContactId: z.string(),
})

const sessionSchema = z.nullable(
  z.discriminatedUnion('status', [
    z.object({ status: z.literal('signed-in'), state: stateSchema }),
    z.object({ status: z.literal('expired'), state: stateSchema }),
    z.object({ status: z.literal('signed-out') }),
  ]),
)

/** The agent's session with the CCP. It survives a reload, because the server stores it, as Connect does. */
export type KeptSession =
  | { readonly status: 'signed-in' | 'expired'; readonly state: CcpState }
  | { readonly status: 'signed-out' }

/** Parses the stored session; undefined if the agent has none. */
export function parseKeptSession(kept: unknown, agent: InstanceUser): KeptSession | undefined {
  const session = sessionSchema.parse(kept)
  if (session === null) return undefined
  if (session.status === 'signed-out') return session
  return { status: session.status, state: { agent, ...session.state } }
}
