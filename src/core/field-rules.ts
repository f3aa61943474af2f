import type { Attribute } from './fields/attributes.ts'
import type { Channel } from './contact.ts'
import type { Destination } from './fields/destination.ts'
import { linkTypes, linkTypesFor, type LinkType } from './fields/link.ts'
import { referenceTypes, type ReferenceType } from './fields/reference-types.ts'
import { isBlank } from './text.ts'
import { leadsElsewhere } from './fields/url-hosts.ts'

/** What somebody above the agent says about one field. */
export interface FieldRule<Value> {
  /** What the field holds until it is edited; locked or hidden, what it always holds. */
  readonly default?: Value
  readonly isRequired?: boolean
  /** Shown, not to be changed. Without a default: to be left empty. */
  readonly isLocked?: boolean
  /** Neither shown nor to be changed, and sent with its default. */
  readonly isHidden?: boolean
}

/** A DATE's default is an ISO instant, as on the wire; a row that shows one needs a wall-clock time, so it must be hidden. */
export interface ReferenceRule extends FieldRule<string> {
  readonly type: ReferenceType
}

export interface LinkRule extends FieldRule<LinkType | 'none'> {
  /** Those that a task may have; all when absent. Whether it must have one is what `isRequired` says. */
  readonly types?: readonly LinkType[]
}

export interface ListRule {
  /** No rows but those that the rules name. */
  readonly isLocked?: boolean
  /** Not shown; what its rules fix is sent all the same. */
  readonly isHidden?: boolean
}

export interface ReferencesRule extends ListRule {
  readonly byName?: Readonly<Record<string, ReferenceRule>>
  /** Those that a reference may have; all when absent. */
  readonly types?: readonly ReferenceType[]
  /** Where a URL may lead: `shop.example.com`, or with all below it `*.example.com`; anywhere when absent. */
  readonly urlHosts?: readonly string[]
}

/**
 * Which fields are required, locked, preset or hidden, and what they may hold: written by a host, a policy or a template.
 *
 *     { link: { default: 'none', isHidden: true },
 *       attributes: { isLocked: true, byKey: { reason: { isRequired: true }, source: { default: 'crm', isLocked: true } } } }
 */
export interface FieldRules {
  readonly name?: FieldRule<string>
  readonly description?: FieldRule<string>
  readonly destination?: FieldRule<Destination>
  /** Required: the task must be about a contact. */
  readonly link?: LinkRule
  /** Required, or locked to `later`: the task must be scheduled; for when is always the agent's to say. */
  readonly schedule?: FieldRule<'now' | 'later'>
  readonly references?: ReferencesRule
  readonly attributes?: ListRule & { readonly byKey?: Readonly<Record<string, FieldRule<string>>> }
}

/** What the agent may do with a field. */
export type Access = 'editable' | 'locked' | 'hidden'

export const isFixed = ({ isLocked, isHidden }: ListRule): boolean => isLocked === true || isHidden === true

/** What is needed and has no value is never kept from the agent, whatever a rule says: nobody could create a task. */
export function accessTo(rule: FieldRule<unknown> = {}, isNeeded = rule.isRequired === true): Access {
  const hasValue = rule.default !== undefined && rule.default !== ''
  if (!isFixed(rule) || (isNeeded && !hasValue)) return 'editable'
  return rule.isHidden ? 'hidden' : 'locked'
}

export const nameAccess = ({ name }: FieldRules): Access => accessTo(name, true)

export const descriptionAccess = ({ description }: FieldRules): Access => accessTo(description)

export const destinationAccess = ({ destination }: FieldRules): Access => accessTo(destination, true)

export function linkAccess({ link = {} }: FieldRules): Access {
  if (link.isRequired && link.default === 'none') return 'editable'
  return accessTo(link, false)
}

/** The links that a task may have, whatever its contact. */
export const allowedLinkTypes = ({ link = {} }: FieldRules): readonly LinkType[] =>
  linkTypes.filter((type) => link.types?.includes(type) ?? true)

/** What is linked unless somebody says otherwise. A weaker authority's default may be none that a stronger one allows. */
export function usualLink(rules: FieldRules): LinkType | 'none' {
  const choices = [...allowedLinkTypes(rules), 'none'] as const
  return choices.find((choice) => choice === rules.link?.default) ?? choices[0]
}

/** The choices that remain. Where the channel cannot carry the link that is fixed, related is the nearest. */
export function linkChoices(rules: FieldRules, channel: Channel | undefined): readonly (LinkType | 'none')[] {
  const allowed = allowedLinkTypes(rules)
  const carried = linkTypesFor(channel).filter((type) => allowed.includes(type))
  if (linkAccess(rules) === 'editable') return rules.link?.isRequired ? carried : [...carried, 'none']
  const fixed = usualLink(rules)
  if (fixed === 'none' || carried.includes(fixed)) return [fixed]
  return [carried.includes('related') ? 'related' : 'none']
}

/** What becomes of a link: one that is fixed and that the channel cannot carry gives way to the choice that remains. */
export function carriedLink(
  link: LinkType | 'none',
  rules: FieldRules,
  channel: Channel | undefined,
): LinkType | 'none' {
  const isAsFixed = linkAccess(rules) !== 'editable' && link === usualLink(rules)
  return isAsFixed ? (linkChoices(rules, channel)[0] ?? link) : link
}

/** The types a reference of the agent's own may have. */
export const allowedReferenceTypes = ({ references = {} }: FieldRules): readonly ReferenceType[] =>
  referenceTypes.filter((type) => references.types?.includes(type) ?? true)

/** Whether the task must, or must not, be scheduled; absent where the agent says. */
export function fixedSchedule({ schedule = {} }: FieldRules): 'now' | 'later' | undefined {
  if (schedule.isRequired) return 'later'
  return isFixed(schedule) ? (schedule.default ?? 'now') : undefined
}

/** A day and a time must be chosen where they can be seen. */
export function scheduleAccess(rules: FieldRules): Access {
  const fixed = fixedSchedule(rules)
  if (fixed === undefined) return 'editable'
  return fixed === 'now' && rules.schedule?.isHidden ? 'hidden' : 'locked'
}

/** Where a URL may lead; anywhere when no rule says. */
export const mayLeadTo = ({ references = {} }: FieldRules, url: string): boolean =>
  !references.urlHosts || !leadsElsewhere(url, references.urlHosts)

/** Whether a rule keeps to what its list allows; a weaker authority's may not, and rules nothing then. */
export const isReferenceRuleAllowed = (rules: FieldRules, { type, default: value = '' }: ReferenceRule) =>
  allowedReferenceTypes(rules).includes(type) && (type !== 'URL' || mayLeadTo(rules, value))

const ownMember = <Value>(record: Readonly<Record<string, Value>> = {}, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

function rowRule<Rule extends FieldRule<string>>(list: ListRule, rule: Rule | undefined) {
  if (!rule) return isFixed(list) ? { isLocked: true } : {}
  return list.isHidden ? { ...rule, isHidden: true } : rule
}

/** What holds for an attribute of this key, ruled or not: one that a locked list does not name is locked to nothing. */
export const attributeRule = ({ attributes = {} }: FieldRules, key: string): FieldRule<string> =>
  rowRule(attributes, ownMember(attributes.byKey, key))

function namedReferenceRule(rules: FieldRules, name: string): ReferenceRule | undefined {
  const rule = ownMember(rules.references?.byName, name)
  return rule && isReferenceRuleAllowed(rules, rule) ? rule : undefined
}

export const referenceRule = (
  rules: FieldRules,
  name: string,
): FieldRule<string> & Partial<Pick<ReferenceRule, 'type'>> =>
  rowRule(rules.references ?? {}, namedReferenceRule(rules, name))

export const ruledAttributes = (rules: FieldRules): string[] => Object.keys(rules.attributes?.byKey ?? {})

export const ruledReferences = (rules: FieldRules): (readonly [name: string, type: ReferenceType])[] =>
  Object.entries(rules.references?.byName ?? {})
    .filter(([, rule]) => isReferenceRuleAllowed(rules, rule))
    .map(([name, { type }]) => [name, type])

/** Whether the form has a row for it from the start: the agent is asked for its value, or shown it. */
export function hasRow(rule: FieldRule<string>): boolean {
  const access = accessTo(rule)
  return access === 'editable' || (access === 'locked' && rule.default !== undefined)
}

/** The rows that the form begins with, in this order; they stay there, and their keys and names stay what they are. */
export const shownAttributes = (rules: FieldRules): string[] =>
  ruledAttributes(rules).filter((key) => hasRow(attributeRule(rules, key)))

export const shownReferences = (rules: FieldRules): string[] =>
  ruledReferences(rules)
    .map(([name]) => name)
    .filter((name) => hasRow(referenceRule(rules, name)))

export const isAttributeRuled = (rules: FieldRules, key: string): boolean =>
  Object.hasOwn(rules.attributes?.byKey ?? {}, key)

export const isReferenceRuled = (rules: FieldRules, name: string): boolean =>
  namedReferenceRule(rules, name) !== undefined

/** A row that the rules have put into the form stays there; without a value it is not sent, unless it is required. */
const isLeftOut = (isRuled: boolean, { isRequired }: FieldRule<string>) => isRuled && !isRequired

/** A row that nobody has filled in yet is not a mistake: it is not sent. */
export const isAttributeUnfilled = ({ key, value }: Attribute, rules: FieldRules): boolean =>
  value === '' && (key === '' || isLeftOut(isAttributeRuled(rules, key), attributeRule(rules, key)))

export function isReferenceUnfilled(
  row: { readonly name: string; readonly value: string },
  rules: FieldRules,
) {
  if (row.name === '' && row.value === '') return true
  const name = row.name.trim()
  return isBlank(row.value) && isLeftOut(isReferenceRuled(rules, name), referenceRule(rules, name))
}

function listAccess(list: ListRule = {}, rules: readonly FieldRule<string>[]): Access {
  if (!isFixed(list)) return 'editable'
  return list.isHidden && !rules.some(hasRow) ? 'hidden' : 'locked'
}

/** Editable: rows of the agent's own may come and go. Hidden: there is nothing to show. */
export const attributesAccess = (rules: FieldRules): Access =>
  listAccess(
    rules.attributes,
    ruledAttributes(rules).map((key) => attributeRule(rules, key)),
  )

export const referencesAccess = (rules: FieldRules): Access =>
  listAccess(
    allowedReferenceTypes(rules).length === 0 ? { ...rules.references, isLocked: true } : rules.references,
    ruledReferences(rules).map(([name]) => referenceRule(rules, name)),
  )
