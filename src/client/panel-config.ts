import type { PanelConfig } from '../contract/config/panel-config.ts'
import { isPanelConfig } from '../contract/config/read-panel-config.ts'
import { configPath } from '../contract/reads/reads.ts'

/** Reads the settings that the panel needs before the agent signs in. */
export async function readPanelConfig(baseUrl: string, fetchFrom: typeof fetch): Promise<PanelConfig> {
  const response = await fetchFrom(`${baseUrl}${configPath}`, { credentials: 'omit' })
  const config: unknown = await response.json()
  if (!isPanelConfig(config)) throw new Error('The answer is no configuration of the panel.')
  return config
}
