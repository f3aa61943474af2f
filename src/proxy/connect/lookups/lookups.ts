import { createDependency, noted, type Dependency, type LogDependency } from '../../logs/dependency-log.ts'
import type { Sha256Hex } from '../../tasks/client-token.ts'
import type { Connect } from '../connect.ts'
import { describeContact } from '../operations/describe-contact.ts'
import { getCurrentUserData } from '../operations/get-current-user-data.ts'
import { searchUsers } from '../operations/search-users.ts'
import { createAgentDirectory, type AgentDirectory } from './agent-directory.ts'
import { createAttachmentLimits, type AttachmentLimitsDirectory } from './attachment-limits.ts'
import { createContactReferenceReads, type ContactReferenceReads } from './contact-references.ts'
import { createDestinationDirectory, type DestinationDirectory } from './destination-directory.ts'
import { createOwnContacts, type OwnContacts } from './own-contacts.ts'
import { createTemplateDirectory, type TemplateDirectory } from './template-directory.ts'

/** Everything that the proxy reads from Connect and keeps for a while. */
export interface Lookups {
  readonly agents: AgentDirectory
  readonly destinations: DestinationDirectory
  readonly templates: TemplateDirectory
  readonly attachmentLimits: AttachmentLimitsDirectory
  readonly contactReferences: ContactReferenceReads
  readonly ownContacts: OwnContacts
}

export interface LookupsOptions {
  readonly connect: Connect
  readonly now: () => Date
  readonly sha256Hex: Sha256Hex
  readonly log: LogDependency
}

/** The lookups, and why the last attempt to read the users failed: without these the proxy cannot serve agents. */
export function createLookups({
  connect,
  now,
  sha256Hex,
  log,
}: LookupsOptions): Lookups & { readonly usersReason: Dependency['reason'] } {
  const users = createDependency({ name: 'Amazon Connect', isReady: () => agents.isReady(), log })
  const agents = createAgentDirectory({
    listUsers: (limit) => noted(users.note, () => connect.call(searchUsers, limit)),
    now,
  })
  const listed = createDependency({
    name: 'destinations in Amazon Connect',
    isReady: () => destinations.isReady(),
    log,
  })
  const optional = { isReady: () => true, log }
  const templates = createDependency({ name: 'task templates in Amazon Connect', ...optional })
  const quickConnects = createDependency({ name: 'users of quick connects in Amazon Connect', ...optional })
  const fileLimits = createDependency({ name: 'limits of files in Amazon Connect', ...optional })
  const destinations = createDestinationDirectory({
    connect,
    now,
    notes: {
      destinations: listed.note,
      templates: templates.note,
      usersOfQuickConnects: quickConnects.note,
    },
  })
  return {
    agents,
    destinations,
    templates: createTemplateDirectory({ connect, sha256Hex, now }),
    attachmentLimits: createAttachmentLimits({ connect, now, note: fileLimits.note }),
    contactReferences: createContactReferenceReads(connect, now),
    ownContacts: createOwnContacts({
      describeContact: (contactId, caller) => connect.call(describeContact, contactId, caller),
      currentContactIds: (caller) => connect.call(getCurrentUserData, caller.agentId, caller),
      now,
    }),
    usersReason: users.reason,
  }
}
