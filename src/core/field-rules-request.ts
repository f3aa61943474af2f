import { isBlank } from './text.ts'
import type { Attribute } from './fields/attributes.ts'
import type { Channel } from './contact.ts'
import { destinationKey } from './fields/destination.ts'
import {
  accessTo,
  allowedLinkTypes,
  allowedReferenceTypes,
  attributeRule,
  descriptionAccess,
  destinationAccess,
  fixedSchedule,
  linkAccess,
  linkChoices,
  mayLeadTo,
  nameAccess,
  referenceRule,
  ruledAttributes,
  ruledReferences,
  usualLink,
  type Access,
  type FieldRule,
  type FieldRules,
} from './field-rules.ts'
import type { TaskIssue } from './issues.ts'
import { areReferencesFarTooLarge, connectReferenceValue, type Reference } from './fields/references.ts'
import type { TaskRequest } from './task-request.ts'

/** The text that a field always holds; absent where the agent says. */
const fixedText = (rule: FieldRule<string> | undefined, access: Access) =>
  access === 'editable' ? undefined : (rule?.default ?? '').trim()

/** Own attributes and those that the rules fix: what is sent, and what counts. */
export function withFixedAttributes(own: readonly Attribute[], rules: FieldRules): readonly Attribute[] {
  const ruled = ruledAttributes(rules)
  if (ruled.length === 0) return own
  const keys = new Set(own.map(({ key }) => key))
  const added = ruled.flatMap((key) => {
    const rule = attributeRule(rules, key)
    const isAdded = !keys.has(key) && accessTo(rule) !== 'editable' && rule.default !== undefined
    return isAdded ? [{ key, value: rule.default }] : []
  })
  return added.length === 0 ? own : [...own, ...added]
}

export function withFixedReferences(own: readonly Reference[], rules: FieldRules): readonly Reference[] {
  const names = new Set(own.map(({ name }) => name))
  const added = ruledReferences(rules).flatMap(([name, type]) => {
    const rule = referenceRule(rules, name)
    const isAdded = !names.has(name) && accessTo(rule) !== 'editable' && rule.default !== undefined
    return isAdded ? [{ name, type, value: rule.default }] : []
  })
  return added.length === 0 ? own : [...own, ...added]
}

/** A request with what the rules fix and the asker left out: hidden fields travel this way. What the asker says is never overwritten. */
export function applyFieldRules(request: TaskRequest, rules: FieldRules): TaskRequest {
  const name = isBlank(request.name) ? fixedText(rules.name, nameAccess(rules)) : undefined
  const description = request.description ?? fixedText(rules.description, descriptionAccess(rules))
  const destination =
    request.destination ?? (destinationAccess(rules) === 'editable' ? undefined : rules.destination?.default)
  return {
    ...request,
    ...(name === undefined ? {} : { name }),
    ...(description ? { description } : {}),
    ...(destination ? { destination } : {}),
    references: withFixedReferences(request.references, rules),
    attributes: withFixedAttributes(request.attributes, rules),
  }
}

function textIssues(field: 'name' | 'description', text: string, fixed: string | undefined): TaskIssue[] {
  return fixed === undefined || fixed === text ? [] : [{ field, code: 'field-locked' }]
}

function destinationIssues({ destination }: TaskRequest, rules: FieldRules): TaskIssue[] {
  const fixed = rules.destination?.default
  if (destinationAccess(rules) === 'editable' || !fixed || !destination) return []
  if (destinationKey(destination) === destinationKey(fixed)) return []
  return [{ field: 'destination', code: 'field-locked' }]
}

function linkIssues({ link }: TaskRequest, rules: FieldRules, channel: Channel | undefined): TaskIssue[] {
  if (!link) return rules.link?.isRequired ? [{ field: 'link', code: 'field-required' }] : []
  if (!allowedLinkTypes(rules).includes(link.type)) return [{ field: 'link', code: 'link-not-allowed' }]
  const isFree = linkAccess(rules) === 'editable' || linkChoices(rules, channel).includes(link.type)
  // The one that is fixed, where the channel cannot carry it, is Connect's to refuse.
  return isFree || link.type === usualLink(rules) ? [] : [{ field: 'link', code: 'field-locked' }]
}

function scheduleIssues({ scheduledTime, expiryMinutes }: TaskRequest, rules: FieldRules): TaskIssue[] {
  const fixed = fixedSchedule(rules)
  if (fixed === 'later' && !scheduledTime) return [{ field: 'scheduledTime', code: 'field-required' }]
  if (fixed !== 'now') return []
  return [
    ...(scheduledTime ? [{ field: 'scheduledTime', code: 'field-locked' } as const] : []),
    ...(expiryMinutes === undefined ? [] : [{ field: 'expiryMinutes', code: 'field-locked' } as const]),
  ]
}

function referenceIssues(reference: Reference, index: number, rules: FieldRules): TaskIssue[] {
  const { name, type, value } = reference
  const rule = referenceRule(rules, name)
  const { default: fixed, type: ruledType = type } = rule
  const isOpen = accessTo(rule) === 'editable'
  if (!isOpen && fixed === undefined) {
    return [{ field: `references.${index}.name`, code: 'reference-not-allowed' }]
  }
  if (!allowedReferenceTypes(rules).includes(type)) {
    return [{ field: `references.${index}.value`, code: 'reference-type-not-allowed' }]
  }
  if (rule.isRequired && isBlank(value)) {
    return [{ field: `references.${index}.value`, code: 'field-required' }]
  }
  if (type === 'URL' && !mayLeadTo(rules, value)) {
    const hosts = rules.references?.urlHosts?.join(', ') ?? ''
    return [{ field: `references.${index}.value`, code: 'reference-host-not-allowed', name: hosts }]
  }
  const isAsFixed =
    isOpen ||
    fixed === undefined ||
    connectReferenceValue({ name, type, value }) === connectReferenceValue({ name, type, value: fixed })
  if (type === ruledType && isAsFixed) return []
  return [{ field: `references.${index}.value`, code: 'field-locked' }]
}

function attributeIssues({ key, value }: Attribute, index: number, rules: FieldRules): TaskIssue[] {
  const rule = attributeRule(rules, key)
  if (accessTo(rule) !== 'editable') {
    if (rule.default === undefined) {
      return [{ field: `attributes.${index}.key`, code: 'attribute-not-allowed' }]
    }
    if (rule.default !== value) return [{ field: `attributes.${index}.value`, code: 'field-locked' }]
  }
  if (!rule.isRequired || !isBlank(value)) return []
  return [{ field: `attributes.${index}.value`, code: 'field-required' }]
}

function missingRows({ references, attributes }: TaskRequest, rules: FieldRules): TaskIssue[] {
  const names = new Set(references.map(({ name }) => name))
  const keys = new Set(attributes.map(({ key }) => key))
  return [
    ...ruledReferences(rules)
      .filter(([name]) => referenceRule(rules, name).isRequired && !names.has(name))
      .map(([name]) => ({ field: 'references', code: 'reference-required', name }) as const),
    ...ruledAttributes(rules)
      .filter((key) => attributeRule(rules, key).isRequired && !keys.has(key))
      .map((name) => ({ field: 'attributes', code: 'attribute-required', name }) as const),
  ]
}

/** What the rules have against a request that {@link applyFieldRules} has gone over, beside what Connect has. */
export function fieldRuleIssues(request: TaskRequest, rules: FieldRules, channel?: Channel): TaskIssue[] {
  const { name, description = '', references, attributes } = request
  const isDescriptionMissing = rules.description?.isRequired && isBlank(description)
  return [
    ...textIssues('name', name, fixedText(rules.name, nameAccess(rules))),
    ...textIssues('description', description, fixedText(rules.description, descriptionAccess(rules))),
    ...(isDescriptionMissing ? [{ field: 'description', code: 'field-required' } as const] : []),
    ...destinationIssues(request, rules),
    ...scheduleIssues(request, rules),
    ...linkIssues(request, rules, channel),
    // Far too large, they are refused already, and no row of them is worth a parse.
    ...(areReferencesFarTooLarge(references)
      ? []
      : references.flatMap((reference, index) => referenceIssues(reference, index, rules))),
    ...(rules.attributes
      ? attributes.flatMap((attribute, index) => attributeIssues(attribute, index, rules))
      : []),
    ...missingRows(request, rules),
  ]
}
