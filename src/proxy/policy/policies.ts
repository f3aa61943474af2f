import type { Destination, Destinations } from '../../core/fields/destination-key.ts'
import { fixedSchedule } from '../../core/fields/schedule/schedule-rule.ts'
import { defaultPermissions, type Permissions } from '../../core/existing-task/permissions.ts'
import type { MessagesRule } from '../../core/message/rule/messages-rule.ts'
import type { Preset } from '../../core/presets/preset.ts'
import type { FieldRules } from '../../core/task/task-parts.ts'
import { ProblemError } from '../problem-error.ts'

/**
 * The permissions of one group of agents. A permission that a policy does not name has the value of `defaultPermissions`, or is
 * given.
 */
export interface Policy extends Partial<Permissions> {
  /** A name for administrators. */
  readonly name: string
  /** The agents: members of one of the groups, or users with one of the security profiles. Every agent if absent. */
  readonly for?: { readonly groups?: readonly string[]; readonly securityProfiles?: readonly string[] }
  /** The ids of flows. */
  readonly flows?: readonly string[]
  readonly quickConnects?: readonly string[]
  /** See `allowedTemplates`. */
  readonly templates?: readonly string[]
  /** A task goes only with a template, as in the CCP once a template is published. */
  readonly requireTemplate?: boolean
  readonly scheduleHorizonDays?: number
  readonly fields?: FieldRules
  /** The presets of the agent's tasks, in the order of the menu. */
  readonly presets?: readonly Preset[]
  /** Which text messages the agent may send; none if absent. */
  readonly messages?: MessagesRule
}

export const groupsFormats = ['comma', 'space', 'json'] as const

export type GroupsFormat = (typeof groupsFormats)[number]

export interface PolicyFile {
  /** The claim of the token that holds an agent's groups: its exact name, or a JSON Pointer. */
  readonly groupsClaim?: string
  /** How a claim that is one text lists the groups. One group if absent. */
  readonly groupsFormat?: GroupsFormat
  /** Only the first policy that is for an agent counts. An agent without a policy may do nothing. */
  readonly policies: readonly Policy[]
}

/** Decides which policy an agent has. */
export interface Membership {
  readonly groups: readonly string[]
  /** Undefined if Connect did not say. */
  readonly securityProfileIds: readonly string[] | undefined
}

/** For a deployment without a policy file. */
export const everythingAllowed: PolicyFile = { policies: [{ name: 'Everything' }] }

function isFor({ for: members }: Policy, { groups, securityProfileIds }: Membership): boolean {
  if (!members) return true
  return (
    groups.some((group) => members.groups?.includes(group)) ||
    (securityProfileIds ?? []).some((id) => members.securityProfiles?.includes(id))
  )
}

/** An agent without profiles would fall to a later policy, which may allow more. */
const profilesMissing = () =>
  new ProblemError({
    code: 'forbidden',
    reason: 'profiles-missing',
    detail: 'Amazon Connect did not say which security profiles this agent has, so no policy applies.',
  })

/** The agent’s policy; throws `forbidden` if there is none. */
export function policyOf({ policies }: PolicyFile, membership: Membership): Policy {
  const isProfileNeeded = policies.some(({ for: members }) => members?.securityProfiles !== undefined)
  if (isProfileNeeded && !membership.securityProfileIds) throw profilesMissing()
  const policy = policies.find((each) => isFor(each, membership))
  if (policy) return policy
  throw new ProblemError({
    code: 'forbidden',
    reason: 'no-policy',
    detail: 'No policy of this deployment (POLICY_FILE) is for this agent’s groups or security profiles.',
  })
}

/** A policy may only shorten the limit of the deployment. */
export const horizonDays = (ceilingDays: number, { scheduleHorizonDays = ceilingDays }: Policy): number =>
  Math.min(ceilingDays, scheduleHorizonDays)

/** A policy that lets agents schedule nothing lets them change no schedule either. */
export const permissionsOf = ({
  undo = defaultPermissions.undo,
  reschedule = defaultPermissions.reschedule,
  showColleaguesTasks = defaultPermissions.showColleaguesTasks,
  keepInBrowser = defaultPermissions.keepInBrowser,
  fields = {},
}: Policy): Permissions => ({
  undo,
  reschedule: reschedule && fixedSchedule(fields) !== 'now',
  showColleaguesTasks,
  keepInBrowser,
})

const isAmong = (ids: readonly string[] | undefined, id: string): boolean => ids?.includes(id) ?? true

/**
 * The templates that a policy allows; all if undefined. A template runs a flow of its own: a policy that limits flows or quick
 * connects and names no templates allows none, as before there were any.
 */
export function allowedTemplates({ templates, flows, quickConnects }: Policy) {
  if (templates) return templates
  return flows || quickConnects ? [] : undefined
}

/** If a policy requires templates, flows and quick connects alone are not allowed. */
export function isDestinationAllowed(destination: Destination, policy: Policy): boolean {
  const { flows, quickConnects, requireTemplate } = policy
  switch (destination.type) {
    case 'flow':
      return !requireTemplate && isAmong(flows, destination.flowId)
    case 'quickConnect':
      return !requireTemplate && isAmong(quickConnects, destination.quickConnectId)
    case 'template': {
      const { templateId, quickConnectId } = destination
      const isAllowed = quickConnectId === undefined || isAmong(quickConnects, quickConnectId)
      return isAllowed && isAmong(allowedTemplates(policy), templateId)
    }
  }
}

/** The destinations that a policy allows. Quick connects go with templates, too. */
export const allowedDestinations = (offered: Destinations, policy: Policy): Destinations => ({
  ...offered,
  flows: offered.flows.filter(({ flowId }) => isDestinationAllowed({ type: 'flow', flowId }, policy)),
  quickConnects: offered.quickConnects.filter(({ quickConnectId }) =>
    isAmong(policy.quickConnects, quickConnectId),
  ),
  ...(offered.templates
    ? {
        templates: offered.templates.filter(({ templateId }) =>
          isDestinationAllowed({ type: 'template', templateId }, policy),
        ),
      }
    : {}),
  ...(policy.requireTemplate ? { templatesRequired: true } : {}),
})
