import { createContext } from 'react'
import type { TaskClient } from '../../client/task-client.ts'
import type { FieldRules } from '../../core/task/task-parts.ts'
import type { Zone } from '../../core/time/time-zone.ts'
import type { Messages } from '../../i18n/messages/messages.ts'
import { use } from './react-19.ts'

/** The facts that all parts of one panel share. */
export interface PanelSetting {
  readonly client: TaskClient
  readonly messages: Messages
  /** The locale for dates and numbers. */
  readonly locale: string
  /** The agent's time zone. */
  readonly zone: Zone
  /** The present time by the proxy's clock. See `panel-clock.ts`. */
  readonly now: () => Date
  /** How far the proxy's clock is ahead of the computer's. */
  readonly clockAheadMs: number
  /** Rules that the page around the panel gives; the form merges them with the policy's. */
  readonly hostRules: FieldRules
}

export const PanelSettingContext = createContext<PanelSetting | undefined>(undefined)

export function usePanelSetting(): PanelSetting {
  const setting = use(PanelSettingContext)
  if (!setting) throw new Error('A part of the task panel was used outside <TaskPanel>.')
  return setting
}
