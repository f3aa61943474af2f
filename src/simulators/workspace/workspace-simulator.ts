import type { InstanceUser } from '../instance/instance.ts'
import { type PageServer, servePage } from '../page-server.ts'

export interface WorkspaceSimulatorOptions {
  /** A free one when absent. */
  readonly port?: number
  readonly host?: string
  /** The app's page, as an administrator registered it. */
  readonly accessUrl: string
  /** The Connect simulator, which hears of every contact before any app does. */
  readonly connectUrl: string
  readonly agent: InstanceUser
  /** The built page. */
  readonly pageDirectory: string
}

/** Serves the agent workspace on an origin of its own, as Connect serves its own; add `?scenario=` for contacts. */
export function startWorkspaceSimulator(options: WorkspaceSimulatorOptions): Promise<PageServer> {
  const { connectUrl, agent, accessUrl, ...served } = options
  return servePage({
    ...served,
    basePath: '/agent-app-v2/',
    configuration: { connectUrl, agent, accessUrl },
  })
}
