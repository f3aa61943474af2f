import type { PanelConfig } from '../contract/config/panel-config.ts'
import { isPanelConfig } from '../contract/config/read-panel-config.ts'
import { configPath } from '../contract/reads/reads.ts'
import { TaskClientError } from './task-client-error.ts'

/** Reads the settings that the panel needs before the agent signs in. */
export async function readPanelConfig(baseUrl: string, fetchFrom: typeof fetch): Promise<PanelConfig> {
  const failure = { outcome: 'not-created', issues: [] } as const
  const response = await fetchFrom(`${baseUrl}${configPath}`, { credentials: 'omit' }).catch(
    (cause: unknown) => {
      throw new TaskClientError({ ...failure, code: 'unreachable' }, { cause })
    },
  )
  const config: unknown = await response.json().catch(() => undefined)
  if (!isPanelConfig(config)) throw new TaskClientError({ ...failure, code: 'unreadable' })
  return config
}
