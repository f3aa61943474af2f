import { fixedSchedule } from '../../core/fields/schedule/schedule-rule.ts'
import { memberName } from '../../contract/parsing/member-name.ts'
import { presetContradictions } from './preset-contradictions.ts'
import { allowedTemplates, isDestinationAllowed, type Policy, type PolicyFile } from './policies.ts'

import type { Contradiction } from './contradiction.ts'

type Path = readonly PropertyKey[]

/** The limits of the deployment. A policy can only narrow them. */
export interface Deployment {
  readonly ceilingDays: number
  /** False without a bucket. */
  readonly takesFiles: boolean
  /** False without NUMBER_HASH_SECRET. */
  readonly hashesNumbers: boolean
}

/** Everything that is right in itself but not together, or not with the deployment. */
export const contradictionsIn = (
  file: PolicyFile,
  { ceilingDays, takesFiles, hashesNumbers }: Deployment,
): readonly Contradiction[] => [
  ...formatWithoutClaim(file),
  ...file.policies.flatMap((policy, index) => [
    ...nameTwice(file, index),
    ...memberMistakes(file, index),
    ...destinationMistakes(policy, index),
    ...beyondCeiling(policy, index, ceilingDays),
    ...neverScheduled(policy, index),
    ...(takesFiles ? [] : fileWithoutBucket(policy, index)),
    ...(hashesNumbers ? [] : messagesWithoutSecret(policy, index)),
    ...messagesWithoutFlow(policy, index),
    ...presetContradictions(policy, index, ceilingDays),
  ]),
]

const formatWithoutClaim = ({ groupsClaim, groupsFormat }: PolicyFile): Contradiction[] =>
  groupsFormat !== undefined && groupsClaim === undefined
    ? [
        {
          sentence: 'groupsFormat needs groupsClaim: the claim of the token that it describes.',
          reliesOn: [['groupsClaim'], ['groupsFormat']],
        },
      ]
    : []

function nameTwice({ policies }: PolicyFile, index: number): Contradiction[] {
  const path = ['policies', index, 'name']
  const isRepeated = policies.findIndex(({ name }) => name === policies[index]?.name) < index
  return isRepeated
    ? [{ sentence: `${memberName(path)} is another policy’s. Give each its own.`, reliesOn: [path] }]
    : []
}

function memberMistakes({ policies, groupsClaim }: PolicyFile, index: number): Contradiction[] {
  const members = policies[index]?.for
  const path = ['policies', index, 'for']
  const groupsPath = [...path, 'groups']
  if (!members) {
    return index < policies.length - 1
      ? [
          {
            sentence: `${memberName(['policies', index])} is for every agent, so the policies after it are never used. Put it last, or say which agents it is for.`,
            reliesOn: [path],
          },
        ]
      : []
  }
  if (!members.groups && !members.securityProfiles) {
    return [
      {
        sentence: `${memberName(path)} names no agent: give groups or securityProfiles, or leave it out for every agent.`,
        reliesOn: [path],
      },
    ]
  }
  return members.groups && groupsClaim === undefined
    ? [
        {
          sentence: `${memberName(groupsPath)} needs groupsClaim: the claim of the token that holds an agent’s groups.`,
          reliesOn: [['groupsClaim'], groupsPath],
        },
      ]
    : []
}

function destinationMistakes(policy: Policy, index: number): Contradiction[] {
  const at = (...path: Path) => ['policies', index, ...path]
  const lists = [at('flows'), at('quickConnects'), at('templates'), at('requireTemplate')]
  const defaultPath = at('fields', 'destination', 'default')
  const destination = policy.fields?.destination?.default
  return [
    ...(policy.requireTemplate && allowedTemplates(policy)?.length === 0
      ? [
          {
            sentence: `${memberName(at('requireTemplate'))} leaves nothing to choose, because ${policy.templates ? 'templates is empty' : 'a policy with flows or quickConnects allows only the templates that it names. List them in templates'}.`,
            reliesOn: lists,
          },
        ]
      : []),
    ...(!policy.requireTemplate &&
    policy.flows?.length === 0 &&
    policy.quickConnects?.length === 0 &&
    allowedTemplates(policy)?.length === 0
      ? [
          {
            sentence: `${memberName(at())} leaves no flow, no quick connect and no template, so no task could be created.`,
            reliesOn: lists,
          },
        ]
      : []),
    ...(destination && !isDestinationAllowed(destination, policy)
      ? [
          {
            sentence: `${memberName(defaultPath)} is not among the flows, quick connects or templates of its policy.`,
            reliesOn: [...lists, defaultPath],
          },
        ]
      : []),
  ]
}

function beyondCeiling({ scheduleHorizonDays = 0 }: Policy, index: number, ceilingDays: number) {
  const path = ['policies', index, 'scheduleHorizonDays']
  return scheduleHorizonDays > ceilingDays
    ? [
        {
          sentence: `${memberName(path)} is beyond the ${ceilingDays} days of SCHEDULE_HORIZON_DAYS, which a policy may only shorten.`,
          reliesOn: [path],
        },
      ]
    : []
}

/** No agent of the policy could create a task. */
function fileWithoutBucket({ fields = {} }: Policy, index: number): Contradiction[] {
  const path = ['policies', index, 'fields', 'attachments', 'isRequired']
  return fields.attachments?.isRequired
    ? [
        {
          sentence: `${memberName(path)} asks for a file, but the proxy has no bucket for files. Set ATTACHMENTS_BUCKET, or leave it out.`,
          reliesOn: [path],
        },
      ]
    : []
}

function messagesWithoutSecret({ messages }: Policy, index: number): Contradiction[] {
  const path = ['policies', index, 'messages']
  return messages
    ? [
        {
          sentence: `${memberName(path)} needs NUMBER_HASH_SECRET, with which the proxy hides the numbers that messages go to. Set it to a secret such as one that openssl rand -base64 32 writes, the same for all proxies.`,
          reliesOn: [path],
        },
      ]
    : []
}

function messagesWithoutFlow({ flows, messages }: Policy, index: number): Contradiction[] {
  const path = ['policies', index, 'messages']
  const flowsPath = ['policies', index, 'flows']
  return messages && !messages.flows && flows?.length === 0
    ? [
        {
          sentence: `${memberName(path)} leaves no flow for the answers, because ${memberName(flowsPath)} is empty. Name flows in ${memberName([...path, 'flows'])}.`,
          reliesOn: [path, flowsPath],
        },
      ]
    : []
}

/** Absent, `reschedule` simply follows the rule of the field. */
function neverScheduled({ reschedule, fields = {} }: Policy, index: number): Contradiction[] {
  const path = ['policies', index, 'reschedule']
  const fieldPath = ['policies', index, 'fields', 'schedule']
  return reschedule === true && fixedSchedule(fields) === 'now'
    ? [
        {
          sentence: `${memberName(path)} allows another time for a task, but ${memberName(fieldPath)} lets no task have one. Leave out one of the two.`,
          reliesOn: [path, fieldPath],
        },
      ]
    : []
}
