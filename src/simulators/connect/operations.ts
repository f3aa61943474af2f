import { describeAttachedFilesConfiguration } from './operations/describe-attached-files-configuration.ts'
import { describeContact } from './operations/describe-contact.ts'
import { getCurrentUserData } from './operations/get-current-user-data.ts'
import { getTaskTemplate } from './operations/get-task-template.ts'
import { listAssociatedContacts } from './operations/list-associated-contacts.ts'
import { listContactReferences } from './operations/list-contact-references.ts'
import { listContactFlows } from './operations/list-contact-flows.ts'
import { listPhoneNumbersV2 } from './operations/list-phone-numbers-v2.ts'
import { listQuickConnects } from './operations/list-quick-connects.ts'
import { listTaskTemplates } from './operations/list-task-templates.ts'
import { searchQuickConnects } from './operations/search-quick-connects.ts'
import type { Operation } from './operation.ts'
import { searchUsers } from './operations/search-users.ts'
import { startOutboundChatContact } from './operations/start-outbound-chat-contact.ts'
import { startTaskContact } from './operations/start-task-contact.ts'
import { stopContact } from './operations/stop-contact.ts'
import { updateContactSchedule } from './operations/update-contact-schedule.ts'

/** Every operation of Connect's API that the simulator answers. */
const operations = [
  startTaskContact,
  stopContact,
  updateContactSchedule,
  describeContact,
  getCurrentUserData,
  listAssociatedContacts,
  listContactFlows,
  listQuickConnects,
  searchQuickConnects,
  listTaskTemplates,
  getTaskTemplate,
  searchUsers,
  describeAttachedFilesConfiguration,
  listContactReferences,
  startOutboundChatContact,
  listPhoneNumbersV2,
] as const

export type OperationName = (typeof operations)[number]['name']

/** `CONNECT_RATES` for a proxy whose Connect simulator enforces no rates. */
export const unlimitedRates = operations.map(({ name }) => `${name}=1000/1000`).join(', ')

interface Match {
  readonly operation: Operation<OperationName>
  readonly labels: ReadonlyMap<string, string>
}

export function findOperation(method: string | undefined, path: string): Match | undefined {
  for (const operation of operations) {
    const labels = operation.method === method ? matchPath(operation.path, path) : undefined
    if (labels !== undefined) return { operation, labels }
  }
  return undefined
}

/** Returns the labels of a path, or undefined if it does not match. The slash in an instance ARN is percent-encoded. */
export function matchPath(pattern: string, path: string): ReadonlyMap<string, string> | undefined {
  const expected = pattern.split('/')
  const segments = path.split('/')
  if (segments.length !== expected.length) return undefined
  const labels = new Map<string, string>()
  for (const [index, part] of expected.entries()) {
    const segment = decodeSegment(segments[index] ?? '')
    const label = /^\{(\w+)\}$/.exec(part)?.[1]
    if (label === undefined ? segment !== part : !segment) return undefined
    if (label !== undefined && segment !== undefined) labels.set(label, segment)
  }
  return labels
}

function decodeSegment(segment: string) {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}
