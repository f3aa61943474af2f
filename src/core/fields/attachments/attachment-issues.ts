import { createRowIssues } from '../../issues/row-issues.ts'
import { tooLong, type Issue } from '../../issues/issues.ts'
import type { FieldCircumstances } from '../field.ts'
import type { Attachment, AttachmentLimits } from './attachment.ts'
import { limitsUnder } from './attachment-limits.ts'
import { attachmentsAccess, mostAttachments, type AttachmentRules } from './attachments-rule.ts'
import { extensionOf, fileNameFault } from './file-name.ts'
import type { RowFault } from '../../issues/row-issues.ts'

type FileFacts = Pick<Attachment, 'name' | 'bytes'>

/** The limits of the rules alone. Used if Connect's limits are not known: Connect checks its own limits. */
function ruledLimits({ attachments: rule = {} }: AttachmentRules, limits: AttachmentLimits | undefined) {
  return limits ? limitsUnder(limits, rule) : { byteLimit: rule.byteLimit, extensions: rule.extensions }
}

/** Why Connect, or a rule of the organisation, refuses a file. */
function fileFaults(
  { name, bytes }: FileFacts,
  rules: AttachmentRules,
  limits?: AttachmentLimits,
): readonly RowFault[] {
  const { byteLimit, extensions } = ruledLimits(rules, limits)
  const named = fileNameFault(name)
  if (named) return [named]
  const extension = extensionOf(name)
  if (extensions && !extensions.includes(extension)) {
    return [{ code: 'file-type-not-allowed', extension, allowed: extensions }]
  }
  if (bytes < 1) return ['file-empty']
  return byteLimit !== undefined && bytes > byteLimit
    ? [{ code: 'file-too-large', actual: bytes, limit: byteLimit }]
    : []
}

/** The mistakes of one file at its place in the list. */
export function fileIssues(
  file: FileFacts,
  rules: AttachmentRules,
  { limits, row = 0 }: { readonly limits?: AttachmentLimits | undefined; readonly row?: number } = {},
): readonly Issue[] {
  const issues = createRowIssues(
    (index: number, member: 'file') => ({ list: 'attachments', row: index, member }),
    undefined,
  )
  for (const fault of fileFaults(file, rules, limits)) issues.add(row, 'file', fault)
  return issues.listed
}

/** Why Connect or the rules refuse the files of a task. */
export function attachmentIssues(
  files: readonly Attachment[],
  rules: AttachmentRules,
  { now, attachmentLimits, rowIssueCount }: FieldCircumstances,
): readonly Issue[] {
  if (files.length === 0) {
    return rules.attachments?.isRequired ? [{ field: 'attachments', code: 'field-required' }] : []
  }
  if (attachmentsAccess(rules) === 'hidden')
    return [{ field: 'attachments', code: 'attachments-not-allowed' }]
  const issues = createRowIssues(
    (row: number, member: 'file') => ({ list: 'attachments', row, member }),
    rowIssueCount,
  )
  const known = new Set<string>()
  for (const [row, file] of files.entries()) {
    const { upload, expiresAt } = file
    for (const fault of fileFaults(file, rules, attachmentLimits)) issues.add(row, 'file', fault)
    // A file that is still on its way has no upload yet.
    if (upload !== '' && known.has(upload)) issues.add(row, 'file', 'file-repeated')
    if (expiresAt !== undefined && expiresAt <= now.getTime()) issues.add(row, 'file', 'file-expired')
    known.add(upload)
  }
  return [
    ...tooLong('attachments', 'attachments-too-many', files.length, mostAttachments(rules)),
    ...issues.listed,
  ]
}
