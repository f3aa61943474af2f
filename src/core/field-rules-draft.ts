import { destinationKey } from './fields/destination.ts'
import {
  accessTo,
  allowedLinkTypes,
  attributeRule,
  descriptionAccess,
  destinationAccess,
  fixedSchedule,
  hasRow,
  isAttributeRuled,
  isReferenceRuled,
  linkAccess,
  nameAccess,
  referenceRule,
  ruledAttributes,
  ruledReferences,
  usualLink,
  type Access,
  type FieldRule,
  type FieldRules,
} from './field-rules.ts'
import { emptyDraft, type ReferenceDraft, type TaskDraft } from './task-draft.ts'

const kept = (typed: string, rule: FieldRule<string> | undefined, access: Access) =>
  access === 'editable' ? typed : (rule?.default ?? '')

function linkUnder(link: TaskDraft['link'], rules: FieldRules): TaskDraft['link'] {
  const isAllowed = link === 'none' ? !rules.link?.isRequired : allowedLinkTypes(rules).includes(link)
  return linkAccess(rules) === 'editable' && isAllowed ? link : usualLink(rules)
}

function attributesUnder(typed: TaskDraft['attributes'], rules: FieldRules): TaskDraft['attributes'] {
  const typedByKey = new Map(typed.map(({ key, value }) => [key, value]))
  const ruled = ruledAttributes(rules).flatMap((key) => {
    const rule = attributeRule(rules, key)
    const value = kept(typedByKey.get(key) ?? rule.default ?? '', rule, accessTo(rule))
    return hasRow(rule) ? [{ key, value }] : []
  })
  return [...ruled, ...typed.filter(({ key }) => !isAttributeRuled(rules, key))]
}

function referencesUnder(typed: readonly ReferenceDraft[], rules: FieldRules): readonly ReferenceDraft[] {
  const typedByName = new Map(typed.map((row) => [row.name.trim(), row]))
  const ruled = ruledReferences(rules).flatMap(([name, type]) => {
    const rule = referenceRule(rules, name)
    // The default of a date is an instant, which no row can show: the agent chooses.
    const preset = type === 'DATE' ? '' : (rule.default ?? '')
    const before = typedByName.get(name)
    const value = before?.type === type && accessTo(rule) === 'editable' ? before.value : preset
    return hasRow(rule) ? [{ name, type, value }] : []
  })
  return [...ruled, ...typed.filter(({ name }) => !isReferenceRuled(rules, name.trim()))]
}

/**
 * A draft as the rules of today want it: what they fix holds their value, and every row they ask for is there. A draft that
 * was kept from yesterday would otherwise be wrong where the agent can mend nothing. Rows of the agent's own stay.
 */
export function draftUnder(draft: TaskDraft, rules: FieldRules): TaskDraft {
  const { destination } = rules
  return {
    name: kept(draft.name, rules.name, nameAccess(rules)),
    description: kept(draft.description, rules.description, descriptionAccess(rules)),
    destination:
      destinationAccess(rules) !== 'editable' && destination?.default
        ? destinationKey(destination.default)
        : draft.destination,
    link: linkUnder(draft.link, rules),
    schedule: { ...draft.schedule, when: fixedSchedule(rules) ?? draft.schedule.when },
    references: referencesUnder(draft.references, rules),
    attributes: attributesUnder(draft.attributes, rules),
  }
}

/** The draft that an agent begins with. */
export function blankDraft(rules: FieldRules): TaskDraft {
  const { name, description, destination, schedule } = rules
  const preset: TaskDraft = {
    ...emptyDraft,
    name: name?.default ?? '',
    description: description?.default ?? '',
    destination: destination?.default ? destinationKey(destination.default) : '',
    link: usualLink(rules),
    schedule: { ...emptyDraft.schedule, when: schedule?.default ?? 'now' },
  }
  return draftUnder(preset, rules)
}
