import type { ContactSource } from '../contact-source.ts'
import { shareSource } from '../shared-source.ts'
import type { WorkspaceSdk } from './api.ts'
import { createWorkspaceSession, type WorkspaceSession } from './session.ts'

export interface WorkspaceSourceOptions {
  /** How long the workspace may take to answer before the session is `outside-workspace`; 15 seconds when absent. */
  readonly connectionTimeoutMs?: number
  readonly loadSdk?: () => Promise<WorkspaceSdk>
}

const defaultConnectionTimeoutMs = 15_000

// A page can call `init` of the SDK once: a second call throws (1.0.11).
let workspaceOfThisPage: WorkspaceSession | undefined

/**
 * The contacts of the Amazon Connect agent workspace in which this page is an app. The first call connects to the
 * workspace; later calls, such as those of React's StrictMode, share that connection.
 */
export function createWorkspaceSource(options: WorkspaceSourceOptions = {}): ContactSource {
  // A server has no workspace, and its session must not be the session of all its requests.
  const isOnServer = typeof window === 'undefined'
  const session = isOnServer ? createWorkspaceSession(Date.now) : (workspaceOfThisPage ??= start(options))
  return { ...shareSource(session, 'workspace'), beforeGone: session.beforeGone }
}

function start(options: WorkspaceSourceOptions): WorkspaceSession {
  const session = createWorkspaceSession(Date.now)
  // Without a page around this one, the SDK would wait its whole timeout for an answer.
  if (window.parent === window) session.giveUp('outside-workspace')
  else void init(session, options)
  return session
}

async function init(session: WorkspaceSession, options: WorkspaceSourceOptions): Promise<void> {
  const { connectionTimeoutMs = defaultConnectionTimeoutMs, loadSdk = importSdk } = options
  try {
    const sdk = await loadSdk()
    session.follow(sdk.init({ ...session.lifecycle, workspace: { connectionTimeout: connectionTimeoutMs } }))
  } catch (failure) {
    // The chunk did not arrive, or the SDK refused to start; the next source may try again.
    workspaceOfThisPage = undefined
    session.giveUp('not-answering')
    reportError(failure)
  }
}

async function importSdk(): Promise<WorkspaceSdk> {
  const [{ AmazonConnectApp }, { AgentClient, ContactClient }] = await Promise.all([
    import('@amazon-connect/app'),
    import('@amazon-connect/contact'),
  ])
  return {
    init: (config) => {
      const { provider } = AmazonConnectApp.init(config)
      // Without a provider, the clients look for a global one, which fails if the page holds two copies of the SDK's core.
      return { provider, contacts: new ContactClient(provider), agent: new AgentClient(provider) }
    },
  }
}
