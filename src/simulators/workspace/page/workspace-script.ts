import type { ContactState } from '../../../core/contact.ts'
import type { NewContact } from '../../ccp/page/ccp-contact.ts'
import type { AppStage } from './app-connection.ts'
import type { OpenApp } from './app-frames.ts'
import type { AppMessage } from './app-messages.ts'
import type { AppRegistration, Permission } from './app-registration.ts'
import type { Workspace } from './workspace.ts'

/** `window.workspace`: what a test may do to the page. Promises resolve once apps were told, and reject for what cannot be. */
export interface WorkspaceScript {
  readonly addContact: (contact: NewContact) => Promise<string>
  readonly setState: (contactId: string, state: ContactState) => Promise<void>
  readonly setAttributes: (contactId: string, attributes: Readonly<Record<string, string>>) => Promise<void>
  readonly select: (contactId: string) => Promise<void>
  /** The agent is done with the contact. */
  readonly clear: (contactId: string) => Promise<void>
  readonly closeTab: () => Promise<void>
  readonly launch: (where: 'in-contact' | 'idle') => Promise<void>
  readonly permit: (permissions: readonly Permission[]) => void
  readonly handle: (contactHandling: AppRegistration['contactHandling']) => Promise<void>
  /** From now on no app is answered, or told anything. */
  readonly silence: (isSilent: boolean) => void
  readonly apps: () => readonly AppReport[]
}

interface AppReport {
  /** Undefined for an app that was opened for no contact. */
  readonly contactId: string | undefined
  readonly title: string
  /** Undefined for an app that has not said hello. */
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
