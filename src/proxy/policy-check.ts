import { memberName } from '../contract/member-name.ts'
import { usersLimit } from './connect/agent-directory.ts'
import type { Connect, ConnectUser } from './connect/connect.ts'
import type { Policy, PolicyFile } from './policy/policies.ts'

/* A policy file held against the instance that it is for. */

export interface PolicyCheck {
  /** A sentence each, beginning with the path of a member. */
  readonly mistakes: readonly string[]
  /** What each policy comes to in this instance, in the file's order. */
  readonly summaries: readonly string[]
}

interface Instance {
  readonly flowNames: ReadonlyMap<string, string>
  readonly quickConnectNames: ReadonlyMap<string, string>
  readonly users: readonly ConnectUser[]
}

/** Asks Connect for all that the file names. Rejects with a failure of Connect's. */
export async function checkPolicyFile(
  { policies }: PolicyFile,
  connect: Pick<Connect, 'listFlows' | 'listQuickConnects' | 'listUsers'>,
): Promise<PolicyCheck> {
  const [flows, quickConnects, users] = await Promise.all([
    connect.listFlows(),
    connect.listQuickConnects(),
    connect.listUsers(usersLimit),
  ])
  const instance: Instance = {
    flowNames: new Map(flows.map(({ flowId, name }) => [flowId, name])),
    quickConnectNames: new Map(quickConnects.map(({ quickConnectId, name }) => [quickConnectId, name])),
    users,
  }
  return {
    mistakes: policies.flatMap((policy, index) => mistakesIn(policy, index, instance)),
    summaries: policies.map((policy, index) => summaryOf(policy, index, instance)),
  }
}

function mistakesIn(
  policy: Policy,
  index: number,
  { flowNames, quickConnectNames, users }: Instance,
): string[] {
  const { flows = [], quickConnects = [], fields } = policy
  const at = (...path: readonly PropertyKey[]) => memberName(['policies', index, ...path])
  const noFlow =
    'is no flow of this instance that a task can start in: active, published, of the type “contact flow”.'
  const noQuickConnect = 'is no quick connect of this instance to a person or a queue.'
  const profiles = new Set(users.flatMap(({ securityProfileIds }) => securityProfileIds))
  const destination = fields?.destination?.default
  return [
    ...flows.flatMap((id, place) => (flowNames.has(id) ? [] : [`${at('flows', place)} ${noFlow}`])),
    ...quickConnects.flatMap((id, place) =>
      quickConnectNames.has(id) ? [] : [`${at('quickConnects', place)} ${noQuickConnect}`],
    ),
    ...(policy.for?.securityProfiles ?? []).flatMap((id, place) =>
      profiles.has(id)
        ? []
        : [
            `${at('for', 'securityProfiles', place)} is the id of no security profile that a user of this instance has.`,
          ],
    ),
    ...(destination?.type === 'flow' && !flowNames.has(destination.flowId)
      ? [`${at('fields', 'destination', 'default')} ${noFlow}`]
      : []),
    ...(destination?.type === 'quickConnect' && !quickConnectNames.has(destination.quickConnectId)
      ? [`${at('fields', 'destination', 'default')} ${noQuickConnect}`]
      : []),
  ]
}

const named = (ids: readonly string[] | undefined, known: ReadonlyMap<string, string>) =>
  ids ? ids.map((id) => known.get(id) ?? `? ${id}`).join(', ') || 'none' : `all ${known.size}`

/** Names and numbers, so that whoever wrote ids sees what they are. */
function summaryOf(policy: Policy, index: number, { flowNames, quickConnectNames, users }: Instance): string {
  const { groups, securityProfiles } = policy.for ?? {}
  const byProfile = users.filter(({ securityProfileIds }) =>
    securityProfileIds.some((id) => securityProfiles?.includes(id)),
  ).length
  const whom = [
    ...(groups ? [`the groups ${groups.join(', ')}`] : []),
    ...(securityProfiles ? [`${byProfile} of ${users.length} users by security profile`] : []),
  ]
  const everybody = index === 0 ? 'everybody' : 'everybody else'
  return [
    `${policy.name}: for ${whom.join(' and ') || everybody}`,
    `  flows: ${named(policy.flows, flowNames)}`,
    `  quick connects: ${named(policy.quickConnects, quickConnectNames)}`,
  ].join('\n')
}
