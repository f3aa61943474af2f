import { createContext, use } from 'react'
import type { TaskClient } from '../client/task-client.ts'
import type { FieldRules } from '../core/field-rules.ts'
import type { TimeZone } from '../core/time/time-zone.ts'
import type { Messages } from '../i18n/en.ts'
import type { Formats } from '../i18n/format.ts'

/** What every part of one panel shares. */
export interface PanelSetting {
  readonly client: TaskClient
  readonly messages: Messages
  readonly formats: Formats
  /** The zone the agent's wall clock is in. */
  readonly timeZone: TimeZone
  readonly now: () => Date
  /** Which fields the organisation requires, locks, presets or hides. */
  readonly fields: FieldRules
}

export const PanelSettingContext = createContext<PanelSetting | undefined>(undefined)

export function usePanelSetting(): PanelSetting {
  const setting = use(PanelSettingContext)
  if (!setting) throw new Error('A part of the task panel was used outside <TaskPanel>.')
  return setting
}

export const useFieldRules = (): FieldRules => usePanelSetting().fields
