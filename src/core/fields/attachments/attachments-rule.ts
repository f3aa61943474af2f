import { accessTo, allowedByBoth, flags, type Access } from '../field-rule.ts'
import type { RuleMistake } from '../rule-mistake.ts'
import { attachmentsLimit } from './attachment.ts'

/** There is no default: a host, a policy or a template cannot fill in a file. */
export interface AttachmentsRule {
  /** The task must have a file. */
  readonly isRequired?: boolean
  /** The agent does not see files, and the proxy refuses them. */
  readonly isHidden?: boolean
  /** The most files of one task. `attachmentsLimit` if absent. */
  readonly mostFiles?: number
  /** The most bytes of one file. Connect's limit if absent. */
  readonly byteLimit?: number
  /** In lower case, without a dot. Connect's extensions if absent. */
  readonly extensions?: readonly string[]
}

export interface AttachmentRules {
  readonly attachments?: AttachmentsRule
}

const allowsNone = ({ isHidden, mostFiles, extensions }: AttachmentsRule): boolean =>
  isHidden === true || mostFiles === 0 || extensions?.length === 0

/** A file that is required can always be added: otherwise the agent could not create a task. */
export const attachmentsAccess = ({ attachments: rule = {} }: AttachmentRules): Access =>
  accessTo({ isRequired: rule.isRequired === true, isHidden: allowsNone(rule) })

/** How many files a task may have. */
export const mostAttachments = (rules: AttachmentRules): number =>
  attachmentsAccess(rules) === 'hidden'
    ? 0
    : Math.min(rules.attachments?.mostFiles || attachmentsLimit, attachmentsLimit)

const least = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? (one ?? other) : Math.min(one, other)

/** The limits of both, the stricter of each. */
function strictest(one: AttachmentsRule, other: AttachmentsRule): AttachmentsRule {
  const mostFiles = least(one.mostFiles, other.mostFiles)
  const byteLimit = least(one.byteLimit, other.byteLimit)
  const extensions = allowedByBoth(one.extensions, other.extensions)
  return {
    ...flags({ isHidden: one.isHidden === true || other.isHidden === true }),
    ...(mostFiles === undefined ? {} : { mostFiles }),
    ...(byteLimit === undefined ? {} : { byteLimit }),
    ...(extensions ? { extensions } : {}),
  }
}

/**
 * The stricter of each limit. If one rule requires a file and the other, or both together, forbid it, the stronger rule wins.
 */
export function mergeAttachmentsRule(strong: AttachmentsRule, weak: AttachmentsRule): AttachmentsRule {
  const both = strictest(strong, weak)
  const limits = strong.isRequired && allowsNone(both) ? strictest(strong, {}) : both
  const isRequired = strong.isRequired === true || (weak.isRequired === true && !allowsNone(both))
  return { ...limits, ...flags({ isRequired, isHidden: limits.isHidden === true }) }
}

export const attachmentsMistakes = ({ attachments: rule = {} }: AttachmentRules): readonly RuleMistake[] =>
  rule.isRequired && allowsNone(rule) ? [{ path: ['attachments'], code: 'withheld-without-value' }] : []
