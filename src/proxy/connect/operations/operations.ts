import { describeAttachedFilesConfiguration } from './describe-attached-files-configuration.ts'
import { describeContact } from './describe-contact.ts'
import { getCurrentUserData } from './get-current-user-data.ts'
import { getTaskTemplate } from './get-task-template.ts'
import { listAssociatedContacts } from './list-associated-contacts.ts'
import { listContactReferences } from './list-contact-references.ts'
import { listContactFlows } from './list-contact-flows.ts'
import { listPhoneNumbers } from './list-phone-numbers.ts'
import { listQuickConnects } from './list-quick-connects.ts'
import { listTaskTemplates } from './list-task-templates.ts'
import { searchQuickConnects } from './search-quick-connects.ts'
import { searchUsers } from './search-users.ts'
import { startOutboundChatContact } from './start-outbound-chat-contact.ts'
import { startTaskContact } from './start-task-contact.ts'
import { stopContact } from './stop-contact.ts'
import { updateContactSchedule } from './update-contact-schedule.ts'

/**
 * Every operation of Amazon Connect that the proxy calls. The rates, the IAM policy and the labels of the metrics come from
 * this table, and a test compares the README with it.
 */
export const operations = [
  startTaskContact,
  stopContact,
  updateContactSchedule,
  listContactFlows,
  listQuickConnects,
  searchQuickConnects,
  listTaskTemplates,
  getTaskTemplate,
  searchUsers,
  getCurrentUserData,
  describeContact,
  listAssociatedContacts,
  listContactReferences,
  describeAttachedFilesConfiguration,
  startOutboundChatContact,
  listPhoneNumbers,
] as const

export type OperationName = (typeof operations)[number]['name']

export const operationNames: readonly OperationName[] = operations.map(({ name }) => name)
