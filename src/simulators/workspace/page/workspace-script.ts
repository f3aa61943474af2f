import type { ContactState } from '../../../core/contact/contact.ts'
import type { NewContact } from '../../ccp/page/state/ccp-contact.ts'
import type { AppStage } from './app-lifecycle.ts'
import type { OpenApp } from './app-frames.ts'
import type { AppMessage } from './app-messages.ts'
import type { AppRegistration, Permission } from './app-registration.ts'
import type { Workspace } from './workspace.ts'

/**
 * `window.workspace`: lets a test operate the page. Promises resolve when the change was posted to the apps, and reject
 * if it is not possible.
 */
export interface WorkspaceScript {
  readonly addContact: (contact: NewContact) => Promise<string>
  readonly setState: (contactId: string, state: ContactState) => Promise<void>
  readonly setAttributes: (contactId: string, attributes: Readonly<Record<string, string>>) => Promise<void>
  readonly select: (contactId: string) => Promise<void>
  /** Clears the contact: the agent has finished after-contact work. */
  readonly clear: (contactId: string) => Promise<void>
  readonly closeTab: () => Promise<void>
  readonly launch: (where: 'in-contact' | 'idle') => Promise<void>
  readonly permit: (permissions: readonly Permission[]) => void
  readonly handle: (contactHandling: AppRegistration['contactHandling']) => Promise<void>
  /** While silent, the workspace ignores messages from apps and posts none. */
  readonly silence: (isSilent: boolean) => void
  readonly apps: () => readonly AppReport[]
}

interface AppReport {
  /** Undefined if the app was opened without a contact. */
  readonly contactId: string | undefined
  readonly title: string
  /** Undefined before the app's hello message. */
  readonly stage: AppStage | undefined
  readonly received: readonly AppMessage[]
}

declare global {
  interface Window {
    workspace: WorkspaceScript
  }
}

export const createWorkspaceScript = (
  workspace: Workspace,
  silence: WorkspaceScript['silence'],
): WorkspaceScript => ({
  addContact: workspace.contacts.add,
  setState: workspace.contacts.setState,
  setAttributes: workspace.contacts.setAttributes,
  select: workspace.contacts.view,
  clear: (contactId) => workspace.contacts.remove(contactId, { byButton: false }),
  closeTab: workspace.closeTab,
  launch: workspace.launch,
  permit: workspace.permit,
  handle: workspace.handle,
  silence,
  apps: () => workspace.apps().map(reportOf),
})

function reportOf({ scope, frame, connection }: OpenApp): AppReport {
  const connected = connection()
  return {
    title: frame.title,
    contactId: scope.type === 'contact' ? scope.contactId : undefined,
    stage: connected?.stage(),
    received: connected?.received() ?? [],
  }
}
