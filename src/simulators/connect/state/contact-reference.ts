/** All types of references that a contact can have, and the member of each in `ReferenceSummary` (Connect API). */
export const referenceSummaries = {
  URL: 'Url',
  ATTACHMENT: 'Attachment',
  CONTACT_ANALYSIS: 'ContactAnalysis',
  NUMBER: 'Number',
  STRING: 'String',
  DATE: 'Date',
  EMAIL: 'Email',
  EMAIL_MESSAGE: 'EmailMessage',
  EMAIL_MESSAGE_PLAIN_TEXT: 'EmailMessagePlainText',
  EMAIL_MESSAGE_PLAIN_TEXT_REDACTED: 'EmailMessagePlainTextRedacted',
  EMAIL_MESSAGE_REDACTED: 'EmailMessageRedacted',
} as const

export interface ContactReference {
  readonly name: string
  readonly type: keyof typeof referenceSummaries
  readonly value?: string
  readonly arn?: string
  readonly status?: 'AVAILABLE' | 'DELETED' | 'APPROVED' | 'REJECTED' | 'PROCESSING' | 'FAILED'
}
