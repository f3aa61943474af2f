import type { PlainIssueCode, Issue } from '../issues/issues.ts'
import type { Destination, TemplateDestination } from './destination-key.ts'
import { accessTo, type FieldRule } from './field-rule.ts'

/** The rules of a template about where its tasks go. */
export interface TemplateRule {
  readonly templateId: string
  /** See `TaskTemplate`. */
  readonly revision: string
  readonly hasFlow: boolean
  readonly canSelfAssign: boolean
  /** The id of the template's quick connect. Used only for a template without a flow. */
  readonly quickConnect?: FieldRule<string>
  readonly selfAssign?: FieldRule<boolean>
}

const fixed = <Value>(rule: FieldRule<Value> | undefined): Value | undefined =>
  rule && accessTo(rule) !== 'editable' ? rule.default : undefined

/** Whether tasks of the template always go to the agent who creates them. */
const isAlwaysSelf = ({ canSelfAssign, selfAssign = {} }: TemplateRule): boolean =>
  canSelfAssign && fixed(selfAssign) === true

const isNeverSelf = ({ canSelfAssign, selfAssign = {} }: TemplateRule): boolean =>
  !canSelfAssign || (accessTo(selfAssign) !== 'editable' && selfAssign.default !== true)

/** The destination, if it is the template of the rule. */
const ofTemplate = (
  destination: Destination | undefined,
  { templateId }: TemplateRule,
): TemplateDestination | undefined =>
  destination?.type === 'template' && destination.templateId === templateId ? destination : undefined

/**
 * Applies the template's rule to the destination of a draft: removes what the template does not allow, and adds what it fixes.
 */
export function underTemplate(
  destination: Destination | undefined,
  rule: TemplateRule | undefined,
): Destination | undefined {
  const own = rule && ofTemplate(destination, rule)
  if (!own) return destination
  const { type, templateId, isSelfAssigned, quickConnectId } = own
  if (isAlwaysSelf(rule) || (isSelfAssigned && !isNeverSelf(rule)))
    return { type, templateId, isSelfAssigned: true }
  if (rule.hasFlow) return { type, templateId }
  const goesWith = fixed(rule.quickConnect) ?? quickConnectId ?? rule.quickConnect?.default
  return goesWith === undefined ? { type, templateId } : { type, templateId, quickConnectId: goesWith }
}

/** Adds the values that the template fixes if the request does not have them. */
export function filledByTemplate(
  destination: Destination | undefined,
  rule: TemplateRule | undefined,
): Destination | undefined {
  const own = rule && ofTemplate(destination, rule)
  if (!own || own.isSelfAssigned || own.quickConnectId !== undefined) return destination
  if (isAlwaysSelf(rule)) return { ...own, isSelfAssigned: true }
  const goesWith = rule.hasFlow ? undefined : fixed(rule.quickConnect)
  return goesWith === undefined ? own : { ...own, quickConnectId: goesWith }
}

/** Adds the revision of the template with which the request was checked. */
export function withRevision(
  destination: Destination | undefined,
  rule: TemplateRule | undefined,
): Destination | undefined {
  const own = rule && ofTemplate(destination, rule)
  return own ? { ...own, revision: rule.revision } : destination
}

function codeOf(destination: TemplateDestination, rule: TemplateRule): PlainIssueCode | undefined {
  const { isSelfAssigned = false, quickConnectId } = destination
  // A quick connect beside a self-assignment is refused in any template.
  if (isSelfAssigned && quickConnectId !== undefined) return undefined
  if (isSelfAssigned) return isNeverSelf(rule) ? 'self-assign-not-offered' : undefined
  if (isAlwaysSelf(rule)) return 'field-locked'
  if (rule.canSelfAssign && rule.selfAssign?.isRequired) return 'field-required'
  if (rule.hasFlow) return quickConnectId === undefined ? undefined : 'template-has-flow'
  if (quickConnectId === undefined) return 'template-needs-quick-connect'
  return quickConnectId === (fixed(rule.quickConnect) ?? quickConnectId) ? undefined : 'field-locked'
}

/** Why the template refuses the destination. */
export function templateIssues(
  destination: Destination | undefined,
  rule: TemplateRule | undefined,
): readonly Issue[] {
  const own = rule && ofTemplate(destination, rule)
  const code = own && codeOf(own, rule)
  return code === undefined ? [] : [{ field: 'destination', code }]
}
