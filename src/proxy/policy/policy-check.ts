import { memberName } from '../../contract/parsing/member-name.ts'
import type { Destination } from '../../core/fields/destination-key.ts'
import type { KeptParts, UndoPermission } from '../../core/existing-task/permissions.ts'
import { usersLimit } from '../connect/lookups/agent-directory.ts'
import type { Connect } from '../connect/connect.ts'
import { listContactFlows } from '../connect/operations/list-contact-flows.ts'
import { listQuickConnects } from '../connect/operations/list-quick-connects.ts'
import { listTaskTemplates } from '../connect/operations/list-task-templates.ts'
import { searchUsers, type ConnectUser } from '../connect/operations/search-users.ts'
import { messageMistakes, messagesNamed, readNumbers, type MessagesInstance } from './message-check.ts'
import {
  allowedTemplates,
  permissionsOf,
  type GroupsFormat,
  type Policy,
  type PolicyFile,
} from './policies.ts'

/* Compares a policy file with its instance. */

export interface PolicyCheck {
  /** Each mistake is a sentence that begins with the path of a member. */
  readonly mistakes: readonly string[]
  /** The names and numbers behind each policy, in the order of the file. */
  readonly summaries: readonly string[]
}

interface Instance extends MessagesInstance {
  readonly quickConnectNames: ReadonlyMap<string, string>
  /** Undefined if no policy is about templates: the role may then lack the permission. */
  readonly templateNames: ReadonlyMap<string, string> | undefined
  readonly users: readonly ConnectUser[]
}

/** Reads from Connect what the file names; rejects with the ProblemError of a call that failed. */
export async function checkPolicyFile(file: PolicyFile, connect: Connect): Promise<PolicyCheck> {
  const { policies } = file
  const [flows, quickConnects, templates, users, numbers] = await Promise.all([
    connect.call(listContactFlows, undefined),
    connect.call(listQuickConnects, undefined),
    policies.some(isAboutTemplates) ? connect.call(listTaskTemplates, undefined) : undefined,
    connect.call(searchUsers, usersLimit),
    readNumbers(policies, connect),
  ])
  const instance: Instance = {
    flowNames: new Map(flows.map(({ flowId, name }) => [flowId, name])),
    quickConnectNames: new Map(quickConnects.map(({ quickConnectId, name }) => [quickConnectId, name])),
    templateNames: templates && new Map(templates.map(({ templateId, name }) => [templateId, name])),
    users,
    numbers,
  }
  return {
    mistakes: policies.flatMap((policy, index) => mistakesIn(policy, index, instance)),
    summaries: policies.map((policy, index) => summaryOf(policy, index, instance)),
  }
}

interface NamedDestination {
  /** The path below the policy. */
  readonly path: readonly PropertyKey[]
  readonly destination: Destination
}

/** The destinations that a policy names outside its lists. */
const namedDestinations = ({ fields, presets = [] }: Policy): readonly NamedDestination[] =>
  [
    { path: ['fields', 'destination', 'default'], destination: fields?.destination?.default },
    ...presets.map(({ task }, index) => ({
      path: ['presets', index, 'task', 'destination'],
      destination: task.destination,
    })),
  ].flatMap(({ path, destination }) => (destination ? [{ path, destination }] : []))

const isAboutTemplates = (policy: Policy): boolean =>
  policy.templates !== undefined ||
  policy.requireTemplate === true ||
  namedDestinations(policy).some(({ destination }) => destination.type === 'template')

const noTemplate = 'is not an active task template of this instance.'

/** Templates that are named and not there, and a requirement that no template fulfils. */
function templateMistakes(policy: Policy, index: number, { templateNames }: Instance): string[] {
  if (!templateNames) return []
  const { templates = [], requireTemplate } = policy
  const at = (...path: readonly PropertyKey[]) => memberName(['policies', index, ...path])
  return [
    ...templates.flatMap((id, place) =>
      templateNames.has(id) ? [] : [`${at('templates', place)} ${noTemplate}`],
    ),
    ...(requireTemplate && templateNames.size === 0
      ? [`${at('requireTemplate')} leaves nothing to choose: no task template of this instance is active.`]
      : []),
  ]
}

const noFlow =
  'is not a flow of this instance in which a task can start: active, published, of the type “contact flow”.'
const noQuickConnect = 'is not a quick connect of this instance to a person or a queue.'

function destinationMistake(destination: Destination, instance: Instance): string | undefined {
  const { flowNames, quickConnectNames, templateNames } = instance
  switch (destination.type) {
    case 'flow':
      return flowNames.has(destination.flowId) ? undefined : noFlow
    case 'quickConnect':
      return quickConnectNames.has(destination.quickConnectId) ? undefined : noQuickConnect
    case 'template': {
      if (templateNames && !templateNames.has(destination.templateId)) return noTemplate
      const { quickConnectId } = destination
      return quickConnectId === undefined || quickConnectNames.has(quickConnectId)
        ? undefined
        : `goes with a quick connect that ${noQuickConnect}`
    }
  }
}

function mistakesIn(policy: Policy, index: number, instance: Instance): string[] {
  const { flowNames, quickConnectNames, users } = instance
  const { flows = [], quickConnects = [] } = policy
  const at = (...path: readonly PropertyKey[]) => memberName(['policies', index, ...path])
  const profiles = new Set(users.flatMap(({ securityProfileIds = [] }) => securityProfileIds))
  return [
    ...flows.flatMap((id, place) => (flowNames.has(id) ? [] : [`${at('flows', place)} ${noFlow}`])),
    ...quickConnects.flatMap((id, place) =>
      quickConnectNames.has(id) ? [] : [`${at('quickConnects', place)} ${noQuickConnect}`],
    ),
    ...(policy.for?.securityProfiles ?? []).flatMap((id, place) =>
      profiles.has(id)
        ? []
        : [
            `${at('for', 'securityProfiles', place)} is not the id of a security profile that a user of this instance has.`,
          ],
    ),
    ...namedDestinations(policy).flatMap(({ path, destination }) => {
      const mistake = destinationMistake(destination, instance)
      return mistake === undefined ? [] : [`${at(...path)} ${mistake}`]
    }),
    ...templateMistakes(policy, index, instance),
    ...messageMistakes(policy, index, instance),
  ]
}

const named = (ids: readonly string[] | undefined, known: ReadonlyMap<string, string>) =>
  ids ? ids.map((id) => known.get(id) ?? `? ${id}`).join(', ') || 'none' : `all ${known.size}`

function templatesNamed(policy: Policy, { templateNames }: Instance): string {
  const allowed = allowedTemplates(policy)
  const names = allowed || templateNames ? named(allowed, templateNames ?? new Map<string, string>()) : 'all'
  return policy.requireTemplate ? `${names}, and nothing else` : names
}

const formatWords: Readonly<Record<GroupsFormat, string>> = {
  comma: 'one text with commas between the groups',
  space: 'one text with spaces between the groups',
  json: 'one text that is a JSON list of texts',
}

/** How groups are read. The check sees no token, so an administrator must compare this with the provider. */
export const groupsSummary = ({ groupsClaim, groupsFormat }: PolicyFile): readonly string[] =>
  groupsClaim === undefined
    ? []
    : [
        `Groups come from the claim ${groupsClaim}: ${groupsFormat ? formatWords[groupsFormat] : 'a list of texts, or one text'}. A token with another form is refused.`,
      ]

const undoWords: Readonly<Record<UndoPermission, string>> = {
  unaccepted: 'undo of own tasks: until another agent has accepted them',
  always: 'undo of own tasks: also after another agent has accepted them',
  never: 'undo of own tasks: no',
}

const keptWords: Readonly<Record<KeptParts, string>> = {
  everything: 'drafts in the browser: whole',
  'no-attribute-values': 'drafts in the browser: without values of attributes',
  nothing: 'drafts in the browser: none',
}

function permissionWords(policy: Policy): readonly string[] {
  const { undo, reschedule, showColleaguesTasks, keepInBrowser } = permissionsOf(policy)
  return [
    undoWords[undo],
    `change of the time of own tasks: ${reschedule ? 'yes' : 'no'}`,
    `names of colleagues and their tasks: ${showColleaguesTasks ? 'shown' : 'not shown'}`,
    keptWords[keepInBrowser],
  ]
}

/** An administrator wrote ids; this shows their names. */
function summaryOf(policy: Policy, index: number, instance: Instance): string {
  const { flowNames, quickConnectNames, users } = instance
  const { groups, securityProfiles } = policy.for ?? {}
  const byProfile = users.filter(({ securityProfileIds = [] }) =>
    securityProfileIds.some((id) => securityProfiles?.includes(id)),
  ).length
  const whom = [
    ...(groups ? [`the groups ${groups.join(', ')}`] : []),
    ...(securityProfiles ? [`${byProfile} of ${users.length} users by security profile`] : []),
  ]
  const everyAgent = index === 0 ? 'every agent' : 'every other agent'
  return [
    `${policy.name}: for ${whom.join(' and ') || everyAgent}`,
    `  flows: ${named(policy.flows, flowNames)}`,
    `  quick connects: ${named(policy.quickConnects, quickConnectNames)}`,
    `  templates: ${templatesNamed(policy, instance)}`,
    ...permissionWords(policy).map((words) => `  ${words}`),
    `  ${messagesNamed(policy, instance)}`,
  ].join('\n')
}
