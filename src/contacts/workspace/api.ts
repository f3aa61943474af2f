/**
 * The part of `@amazon-connect/app` and `@amazon-connect/contact` that we call (1.0.11). Data is `unknown`: it comes from
 * a page of another origin and is parsed.
 */
export interface WorkspaceSdk {
  /** Connects to the workspace around this page; a page can do that once. */
  readonly init: (config: WorkspaceAppConfig) => WorkspaceApp
}

export interface WorkspaceAppConfig {
  readonly onCreate: WorkspaceHandler
  readonly onDestroy: WorkspaceHandler
  readonly workspace: { readonly connectionTimeout: number }
}

export interface WorkspaceApp {
  readonly provider: WorkspaceProvider
  readonly contacts: WorkspaceContacts
  readonly agent: WorkspaceAgent
}

export type WorkspaceHandler = (event: unknown) => Promise<void>

export interface WorkspaceProvider {
  readonly onStart: (onStart: WorkspaceHandler) => void
  readonly onStop: (onStop: WorkspaceHandler) => void
  readonly onError: (onError: (error: unknown) => void) => void
  readonly subscribe: (topic: WorkspaceTopic, onEvent: WorkspaceHandler) => void
  readonly getProxy: () => {
    readonly onHealthCheckStatusChanged: (onChanged: WorkspaceHandler) => void
  }
}

export interface WorkspaceTopic {
  readonly namespace: string
  readonly key: string
  /** A contact id. Absent means the contact that the app was opened for, or all contacts if there is none. */
  readonly parameter?: string
}

export interface WorkspaceContacts {
  readonly listContacts: () => Promise<unknown>
  readonly getChannelType: (contactId: string) => Promise<unknown>
  readonly getStateDuration: (contactId: string) => Promise<unknown>
  readonly getAttributes: (contactId: string, attributes: string[]) => Promise<unknown>
  readonly listParticipants: (contactId: string) => Promise<unknown>
  readonly getParticipantState: (participantId: string) => Promise<unknown>
}

export interface WorkspaceAgent {
  readonly getARN: () => Promise<unknown>
  readonly getName: () => Promise<unknown>
}
