import type { Issue } from '../issues/issues.ts'
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
import type { SegmentAttributes } from './segment-attributes.ts'
import {
  filledByTemplate,
  templateIssues,
  underTemplate,
  withRevision,
  type TemplateRule,
} from './template-rule.ts'

/** Characters in a flow id (Connect API, `ContactFlowId`). Template ids have the same limit. Quick-connect ids have none of their own and share it. */
export const resourceIdLimit = 500

export interface DestinationRule extends FieldRule<Destination> {
  /** The rule of the template that the agent has chosen. */
  readonly template?: TemplateRule
}

export interface DestinationRules {
  readonly destination?: DestinationRule
}

export interface DestinationParts {
  /** See `destinationKey`. Empty until the agent chooses. */
  readonly draft: { readonly destination: string }
  readonly request: { readonly destination?: Destination }
  readonly rules: DestinationRules
  readonly parameters: {
    readonly ContactFlowId?: string
    readonly QuickConnectId?: string
    readonly TaskTemplateId?: string
    readonly SegmentAttributes?: SegmentAttributes
  }
}

const destinationAccess = ({ destination }: DestinationRules): Access => accessTo(destination, true)

/** The name of a destination in the list. For a template, the template's name. Undefined if it is not offered. */
export function destinationName(
  destination: Destination,
  { flows, quickConnects, templates = [] }: Destinations,
): string | undefined {
  switch (destination.type) {
    case 'flow':
      return flows.find(({ flowId }) => flowId === destination.flowId)?.name
    case 'quickConnect':
      return quickConnects.find(({ quickConnectId }) => quickConnectId === destination.quickConnectId)?.name
    case 'template':
      return templates.find(({ templateId }) => templateId === destination.templateId)?.name
  }
}

/** True if the list has the destination. A template's quick connect must be in the list too. */
export function isOffered(destination: Destination, offered: Destinations): boolean {
  if (destinationName(destination, offered) === undefined) return false
  if (destination.type !== 'template' || destination.quickConnectId === undefined) return true
  const { quickConnectId } = destination
  return destinationName({ type: 'quickConnect', quickConnectId }, offered) !== undefined
}

/** The task runs the template's flow for self-assigned tasks, and goes to the agent of `connect:CreatedByUser`. */
const selfAssigned = { 'connect:AssignmentType': { ValueString: 'SELF' } }

function mergeDestinationRule(strong: DestinationRule, weak: DestinationRule): DestinationRule {
  const template = strong.template ?? weak.template
  return { ...mergeRule(strong, weak), ...(template ? { template } : {}) }
}

const partOf = (destination: Destination | undefined) => (destination ? { destination } : {})

const fixedDestination = (rules: DestinationRules) =>
  destinationAccess(rules) === 'editable' ? undefined : rules.destination?.default

function destinationIssues(destination: Destination | undefined): readonly Issue[] {
  const field = 'destination'
  if (!destination || isBlank(destinationId(destination))) return [{ field, code: 'destination-missing' }]
  if (destination.type !== 'template' || destination.quickConnectId === undefined) return []
  if (destination.isSelfAssigned) return [{ field, code: 'self-assign-with-quick-connect' }]
  return isBlank(destination.quickConnectId) ? [{ field, code: 'template-needs-quick-connect' }] : []
}

/** A fixed template does not fix who gets the task, unless the rule says who. */
const isAsFixed = (destination: Destination, fixed: Destination): boolean =>
  destinationKey(destination) === destinationKey(fixed) ||
  (destination.type === 'template' && destinationKey(fixed) === `template:${destination.templateId}`)

function lockedIssues(destination: Destination | undefined, rules: DestinationRules): readonly Issue[] {
  const fixed = fixedDestination(rules)
  if (!fixed || !destination || isAsFixed(destination, fixed)) return []
  return [{ field: 'destination', code: 'field-locked' }]
}

function parametersOf(destination: Destination): DestinationParts['parameters'] {
  switch (destination.type) {
    case 'flow':
      return { ContactFlowId: destination.flowId }
    case 'quickConnect':
      return { QuickConnectId: destination.quickConnectId }
    case 'template': {
      const { templateId, quickConnectId, isSelfAssigned } = destination
      return {
        TaskTemplateId: templateId,
        ...(quickConnectId === undefined ? {} : { QuickConnectId: quickConnectId }),
        ...(isSelfAssigned ? { SegmentAttributes: selfAssigned } : {}),
      }
    }
  }
}

export const destinationField: Field<DestinationParts> = {
  access: destinationAccess,
  preset: (_, { destination: rule }) => ({
    destination: rule?.default ? destinationKey(rule.default) : '',
  }),
  draftUnder: ({ destination }, rules) => {
    const typed = destinationFromKey(destination)
    const fixed = fixedDestination(rules)
    const chosen = fixed && !(typed && isAsFixed(typed, fixed)) ? fixed : typed
    const laid = underTemplate(chosen, rules.destination?.template)
    return { destination: laid ? destinationKey(laid) : destination }
  },
  read: ({ destination }, rules) => ({
    request: partOf(withRevision(destinationFromKey(destination), rules.destination?.template)),
  }),
  fill: ({ destination }, rules) =>
    partOf(filledByTemplate(destination ?? fixedDestination(rules), rules.destination?.template)),
  issues: ({ destination }, rules) => [
    ...destinationIssues(destination),
    ...templateIssues(destination, rules.destination?.template),
    ...lockedIssues(destination, rules),
  ],
  mergeRules: (strong, weak) => {
    const destination = mergeIfBoth(strong.destination, weak.destination, mergeDestinationRule)
    return destination ? { destination } : {}
  },
  ruleMistakes: ({ destination: rule }) => [
    ...(rule?.default ? brokenDefault('destination', destinationIssues(rule.default)) : []),
    ...withheld(['destination'], rule, true),
  ],
  parameters: ({ destination }) => (destination ? parametersOf(destination) : {}),
}
