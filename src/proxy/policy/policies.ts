import type { Destination, Destinations } from '../../core/fields/destination.ts'
import type { FieldRules } from '../../core/field-rules.ts'
import { Failure } from '../failure.ts'

/** What one group of agents may do. What it does not name is free. */
export interface Policy {
  /** For administrators. */
  readonly name: string
  /** Whom it is for: whoever is in one of the groups or has one of the security profiles. Everybody, when absent. */
  readonly for?: { readonly groups?: readonly string[]; readonly securityProfiles?: readonly string[] }
  /** Ids. */
  readonly flows?: readonly string[]
  readonly quickConnects?: readonly string[]
  readonly scheduleHorizonDays?: number
  readonly fields?: FieldRules
}

export interface PolicyFile {
  /** The claim of the token that holds an agent's groups. */
  readonly groupsClaim?: string
  /** The first that is for an agent is theirs, whole; agents whom none is for may do nothing. */
  readonly policies: readonly Policy[]
}

/** What decides which policy is an agent's. */
export interface Membership {
  readonly groups: readonly string[]
  readonly securityProfileIds: readonly string[]
}

/** For a deployment without a policy file. */
export const everythingAllowed: PolicyFile = { policies: [{ name: 'Everything' }] }

function isFor({ for: members }: Policy, { groups, securityProfileIds }: Membership): boolean {
  if (!members) return true
  return (
    groups.some((group) => members.groups?.includes(group)) ||
    securityProfileIds.some((id) => members.securityProfiles?.includes(id))
  )
}

/** The agent's policy; throws `forbidden` when there is none. */
export function policyOf({ policies }: PolicyFile, membership: Membership): Policy {
  const policy = policies.find((each) => isFor(each, membership))
  if (policy) return policy
  throw new Failure({
    code: 'forbidden',
    detail: 'No policy of this deployment (POLICY_FILE) is for this agent’s groups or security profiles.',
  })
}

/** A policy may only shorten what the deployment allows. */
export const horizonDays = (ceilingDays: number, { scheduleHorizonDays = ceilingDays }: Policy): number =>
  Math.min(ceilingDays, scheduleHorizonDays)

export function isDestinationAllowed(destination: Destination, { flows, quickConnects }: Policy): boolean {
  return destination.type === 'flow'
    ? (flows?.includes(destination.flowId) ?? true)
    : (quickConnects?.includes(destination.quickConnectId) ?? true)
}

export const allowedDestinations = (
  { flows, quickConnects }: Destinations,
  policy: Policy,
): Destinations => ({
  flows: flows.filter(({ flowId }) => isDestinationAllowed({ type: 'flow', flowId }, policy)),
  quickConnects: quickConnects.filter(({ quickConnectId }) =>
    isDestinationAllowed({ type: 'quickConnect', quickConnectId }, policy),
  ),
})
