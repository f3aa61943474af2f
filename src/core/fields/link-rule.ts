import type { Channel } from '../contact/contact.ts'
import { accessTo, allowedByBoth, isFixed, mergeRule, type Access, type FieldRule } from './field-rule.ts'
import { linkTypes, linkTypesFor, type LinkType } from './link-types.ts'
import type { RuleMistake } from './rule-mistake.ts'

export interface LinkRule extends FieldRule<LinkType | 'none'> {
  /** The link types that a task may have. All if absent. `isRequired` says whether it must have a link. */
  readonly types?: readonly LinkType[]
}

export interface LinkRules {
  /** Required: the task must be about a contact. */
  readonly link?: LinkRule
}

export function linkAccess({ link = {} }: LinkRules): Access {
  if (link.isRequired && link.default === 'none') return 'editable'
  return accessTo(link, false)
}

/** The links that a task may have, on any channel. */
export const allowedLinkTypes = ({ link = {} }: LinkRules): readonly LinkType[] =>
  linkTypes.filter((type) => link.types?.includes(type) ?? true)

/** The link of a new draft. A default of a weaker authority does not count if a stronger authority forbids that link. */
export function usualLink(rules: LinkRules): LinkType | 'none' {
  const choices = [...allowedLinkTypes(rules), 'none'] as const
  return choices.find((choice) => choice === rules.link?.default) ?? choices[0]
}

/** The choices that remain. If the channel does not allow the fixed link, `related` is the nearest. */
export function linkChoices(rules: LinkRules, channel: Channel | undefined): readonly (LinkType | 'none')[] {
  const allowed = allowedLinkTypes(rules)
  const carried = linkTypesFor(channel).filter((type) => allowed.includes(type))
  if (linkAccess(rules) === 'editable') return rules.link?.isRequired ? carried : [...carried, 'none']
  const fixed = usualLink(rules)
  if (fixed === 'none' || carried.includes(fixed)) return [fixed]
  return [carried.includes('related') ? 'related' : 'none']
}

/** The link that is sent. If the channel does not allow a fixed link, the remaining choice is sent instead. */
export function carriedLink(
  link: LinkType | 'none',
  rules: LinkRules,
  channel: Channel | undefined,
): LinkType | 'none' {
  const isAsFixed = linkAccess(rules) !== 'editable' && link === usualLink(rules)
  return isAsFixed ? (linkChoices(rules, channel)[0] ?? link) : link
}

/** The link of a draft under its rule. */
export function linkUnder(link: LinkType | 'none', rules: LinkRules): LinkType | 'none' {
  const isAllowed = link === 'none' ? !rules.link?.isRequired : allowedLinkTypes(rules).includes(link)
  return linkAccess(rules) === 'editable' && isAllowed ? link : usualLink(rules)
}

export function mergeLinkRule(strong: LinkRule, weak: LinkRule): LinkRule {
  const types = allowedByBoth(strong.types, weak.types)
  return { ...mergeRule(strong, weak), ...(types ? { types } : {}) }
}

export function linkMistakes({ link = {} }: LinkRules): readonly RuleMistake[] {
  const isForbidden =
    link.default !== undefined && link.default !== 'none' && link.types?.includes(link.default) === false
  const isRequiredAndNone = link.isRequired && isFixed(link) && link.default === 'none'
  return [
    ...(isForbidden ? [{ path: ['link', 'default'], code: 'not-among-allowed' } as const] : []),
    ...(isRequiredAndNone ? [{ path: ['link'], code: 'withheld-without-value' } as const] : []),
  ]
}
