import { mergeIfBoth } from '../field-rule.ts'
import type { Field, FieldReading, FieldSetting } from '../field.ts'
import type { Issue } from '../../issues/issues.ts'
import { attachmentIssues } from './attachment-issues.ts'
import type { Attachment, AttachmentDraft } from './attachment.ts'
import {
  attachmentsAccess,
  attachmentsMistakes,
  mergeAttachmentsRule,
  type AttachmentRules,
} from './attachments-rule.ts'

export interface AttachmentsParts {
  readonly draft: { readonly attachments: readonly AttachmentDraft[] }
  /** Absent if there are no files, so that tasks without files keep the tokens and hashes of older versions of the panel. */
  readonly request: { readonly attachments?: readonly Attachment[] }
  readonly rules: AttachmentRules
  /** Empty: Connect gets files by URL, and the proxy adds the URLs, because they must not come from a browser. */
  readonly parameters: object
}

const partOf = (attachments: readonly Attachment[]): AttachmentsParts['request'] =>
  attachments.length > 0 ? { attachments } : {}

const requested = ({ id, name, bytes, upload }: AttachmentDraft): Attachment => ({
  id,
  name,
  bytes,
  upload: upload?.token ?? '',
  ...(upload ? { expiresAt: upload.expiresAt } : {}),
})

function readAttachments(
  files: readonly AttachmentDraft[],
  { isArriving = () => false }: FieldSetting,
): FieldReading<AttachmentsParts['request']> {
  const issues = files.flatMap(({ id, upload }, row): readonly Issue[] =>
    upload || isArriving(id)
      ? []
      : [{ field: { list: 'attachments', row, member: 'file' }, code: 'file-not-uploaded' }],
  )
  return { request: partOf(files.map(requested)), issues, rows: { attachments: [...files.keys()] } }
}

export const attachmentsField: Field<AttachmentsParts> = {
  access: attachmentsAccess,
  preset: ({ attachments }) => ({ attachments }),
  draftUnder: ({ attachments }, rules) => ({
    attachments: attachmentsAccess(rules) === 'editable' ? attachments : [],
  }),
  read: ({ attachments }, _rules, setting) => readAttachments(attachments, setting),
  fill: () => ({}),
  issues: ({ attachments = [] }, rules, circumstances) => attachmentIssues(attachments, rules, circumstances),
  mergeRules: (strong, weak) => {
    const attachments = mergeIfBoth(strong.attachments, weak.attachments, mergeAttachmentsRule)
    return attachments ? { attachments } : {}
  },
  ruleMistakes: attachmentsMistakes,
  parameters: () => ({}),
}
