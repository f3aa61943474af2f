import type { InstanceUser } from '../instance/instance.ts'
import { type PageServer, servePage } from '../page-server.ts'

export interface WorkspaceSimulatorOptions {
  /** Default: a free port. */
  readonly port?: number
  readonly host?: string
  /** The access URL of the app, as an administrator registers it. */
  readonly accessUrl: string
  /** The Connect simulator, which gets each change of contacts before the app does. */
  readonly connectUrl: string
  readonly agent: InstanceUser
  /** The directory of the built page. */
  readonly pageDirectory: string
}

/** Serves the agent workspace on its own origin, as Connect does. Add `?scenario=` to start with contacts. */
export function startWorkspaceSimulator(options: WorkspaceSimulatorOptions): Promise<PageServer> {
  const { connectUrl, agent, accessUrl, ...served } = options
  return servePage({
    ...served,
    basePath: '/agent-app-v2/',
    configuration: { connectUrl, agent, accessUrl },
  })
}
