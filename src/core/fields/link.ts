import type { Channel } from '../contact/contact.ts'
import type { Issue } from '../issues/issues.ts'
import { mergeIfBoth } from './field-rule.ts'
import type { Field } from './field.ts'
import {
  allowedLinkTypes,
  carriedLink,
  linkAccess,
  linkChoices,
  linkMistakes,
  linkUnder,
  mergeLinkRule,
  usualLink,
  type LinkRules,
} from './link-rule.ts'
import { linkTypesFor, type Link, type LinkType } from './link-types.ts'

export interface LinkParts {
  readonly draft: { readonly link: LinkType | 'none' }
  readonly request: { readonly link?: Link }
  readonly rules: LinkRules
  readonly parameters: { readonly RelatedContactId?: string; readonly PreviousContactId?: string }
}

const channelIssues = (link: Link, channel: Channel | undefined): readonly Issue[] =>
  linkTypesFor(channel).includes(link.type) ? [] : [{ field: 'link', code: 'link-previous-not-for-email' }]

function ruleIssues(link: Link, rules: LinkRules, channel: Channel | undefined): readonly Issue[] {
  if (!allowedLinkTypes(rules).includes(link.type)) return [{ field: 'link', code: 'link-not-allowed' }]
  const isFree = linkAccess(rules) === 'editable' || linkChoices(rules, channel).includes(link.type)
  // `channelIssues` refuses a fixed link that the channel does not allow.
  return isFree || link.type === usualLink(rules) ? [] : [{ field: 'link', code: 'field-locked' }]
}

function linkIssues(link: Link | undefined, rules: LinkRules, channel: Channel | undefined) {
  if (link) return [...channelIssues(link, channel), ...ruleIssues(link, rules, channel)]
  return rules.link?.isRequired ? [{ field: 'link', code: 'field-required' } as const] : []
}

function parametersOf({ type, contactId }: Link) {
  return type === 'related' ? { RelatedContactId: contactId } : { PreviousContactId: contactId }
}

export const linkField: Field<LinkParts> = {
  access: linkAccess,
  preset: (_, rules) => ({ link: usualLink(rules) }),
  draftUnder: ({ link }, rules) => ({ link: linkUnder(link, rules) }),
  read: ({ link }, rules, { contactId, linkedContact }) => {
    const type = carriedLink(link, rules, linkedContact?.channel)
    return { request: contactId === undefined || type === 'none' ? {} : { link: { type, contactId } } }
  },
  fill: ({ link }) => (link ? { link } : {}),
  issues: ({ link }, rules, { linkedContact }) => linkIssues(link, rules, linkedContact?.channel),
  mergeRules: (strong, weak) => {
    const link = mergeIfBoth(strong.link, weak.link, mergeLinkRule)
    return link ? { link } : {}
  },
  ruleMistakes: linkMistakes,
  parameters: ({ link }) => (link ? parametersOf(link) : {}),
}
