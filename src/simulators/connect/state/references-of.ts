import { contactArn, type ContactRecord } from './contact-record.ts'
import type { ContactReference } from './contact-reference.ts'
import type { InstanceState } from './instance-state.ts'

/** The references of a contact: those it was created with, its files, and an email's own message. */
export function referencesOf(contact: ContactRecord, state: InstanceState): ContactReference[] {
  const { contactId, channel, references } = contact
  const given = state.contactReferences.get(contactId)
  if (given !== undefined) return [...given]
  return [
    ...Object.entries(references).map(([name, { type, value }]) => ({ name, type, value })),
    ...filesOf(contactId, state),
    ...(channel === 'EMAIL' ? messagesOf(contactId) : []),
  ]
}

const statuses = { waiting: 'PROCESSING', approved: 'APPROVED', failed: 'FAILED' } as const

const filesOf = (contactId: string, { attachedFiles }: InstanceState): ContactReference[] =>
  (attachedFiles.get(contactId) ?? []).map(({ fileName, state }, index) => ({
    name: fileName,
    type: 'ATTACHMENT',
    arn: `${contactArn(contactId)}/file/${index + 1}`,
    status: statuses[state],
  }))

const messagesOf = (contactId: string): ContactReference[] => [
  { name: 'EmailMessage', type: 'EMAIL_MESSAGE', arn: `${contactArn(contactId)}/email/1` },
  {
    name: 'EmailMessagePlainText',
    type: 'EMAIL_MESSAGE_PLAIN_TEXT',
    arn: `${contactArn(contactId)}/email/2`,
  },
]
