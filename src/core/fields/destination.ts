import type { TaskIssue } from '../issues/issues.ts'
import { isBlank } from '../text/text.ts'
import {
  destinationFromKey,
  destinationId,
  destinationKey,
  type Destination,
  type Destinations,
} from './destination-key.ts'
import { accessTo, mergeIfBoth, mergeRule, type Access, type FieldRule } from './field-rule.ts'
import type { Field } from './field.ts'
import { brokenDefault, withheld } from './rule-mistake.ts'

/** Characters in a flow id (Connect API, `ContactFlowId`). Quick-connect ids have no limit of their own and share it. */
export const resourceIdLimit = 500

export interface DestinationRules {
  readonly destination?: FieldRule<Destination>
}

export interface DestinationParts {
  /** See `destinationKey`; empty until the agent chooses. */
  readonly draft: { readonly destination: string }
  readonly request: { readonly destination?: Destination }
  readonly rules: DestinationRules
}

const destinationAccess = ({ destination }: DestinationRules): Access => accessTo(destination, true)

export function isOffered(destination: Destination, { flows, quickConnects }: Destinations): boolean {
  return destination.type === 'flow'
    ? flows.some(({ flowId }) => flowId === destination.flowId)
    : quickConnects.some(({ quickConnectId }) => quickConnectId === destination.quickConnectId)
}

/** The name of a destination in the list; undefined when it is not on offer. */
export function destinationName(
  destination: Destination,
  { flows, quickConnects }: Destinations,
): string | undefined {
  return destination.type === 'flow'
    ? flows.find(({ flowId }) => flowId === destination.flowId)?.name
    : quickConnects.find(({ quickConnectId }) => quickConnectId === destination.quickConnectId)?.name
}

const partOf = (destination: Destination | undefined) => (destination ? { destination } : {})

const fixedDestination = (rules: DestinationRules) =>
  destinationAccess(rules) === 'editable' ? undefined : rules.destination?.default

const destinationIssues = (destination: Destination | undefined): readonly TaskIssue[] =>
  destination && !isBlank(destinationId(destination))
    ? []
    : [{ field: 'destination', code: 'destination-missing' }]

function lockedIssues(destination: Destination | undefined, rules: DestinationRules): readonly TaskIssue[] {
  const fixed = fixedDestination(rules)
  if (!fixed || !destination || destinationKey(destination) === destinationKey(fixed)) return []
  return [{ field: 'destination', code: 'field-locked' }]
}

function parametersOf(destination: Destination) {
  return destination.type === 'flow'
    ? { ContactFlowId: destination.flowId }
    : { QuickConnectId: destination.quickConnectId }
}

export const destinationField: Field<DestinationParts> = {
  access: destinationAccess,
  preset: (_, { destination: rule }) => ({
    destination: rule?.default ? destinationKey(rule.default) : '',
  }),
  draftUnder: ({ destination }, rules) => {
    const fixed = fixedDestination(rules)
    return { destination: fixed ? destinationKey(fixed) : destination }
  },
  read: ({ destination }) => ({ request: partOf(destinationFromKey(destination)) }),
  fill: ({ destination }, rules) => partOf(destination ?? fixedDestination(rules)),
  issues: ({ destination }, rules) => [
    ...destinationIssues(destination),
    ...lockedIssues(destination, rules),
  ],
  mergeRules: (strong, weak) => {
    const destination = mergeIfBoth(strong.destination, weak.destination, mergeRule)
    return destination ? { destination } : {}
  },
  ruleMistakes: ({ destination: rule }) => [
    ...(rule?.default ? brokenDefault('destination', destinationIssues(rule.default)) : []),
    ...withheld(['destination'], rule, true),
  ],
  parameters: ({ destination }) => (destination ? parametersOf(destination) : {}),
}
