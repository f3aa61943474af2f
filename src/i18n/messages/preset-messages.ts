import type { LeftOut } from '../../core/presets/own-preset.ts'
import type { Channel } from '../../core/contact/contact.ts'
import type { PresetField } from '../../core/presets/apply-preset.ts'

/** The words of the menu of presets. */
export interface PresetMessages {
  readonly title: string
  /** Names of channels for use inside a sentence. */
  readonly channels: Readonly<Record<Channel, string>>
  /** The attributes of the contact are being read. */
  readonly reading: string
  /** The attributes could not be read. */
  readonly unread: string
  readonly filledIn: (preset: string) => string
  readonly undo: string
  /** Begins with the words of `undo`. */
  readonly undoOf: (preset: string) => string
  readonly fields: Readonly<Record<PresetField, string>>
  readonly list: (fields: readonly string[]) => string
  /** `fields` are those in which the agent has typed something else. */
  readonly replaces: (preset: string, fields: string) => string
  readonly replace: string
  readonly keepMine: string
  readonly cancel: string
  /** The agent's own presets. */
  readonly own: string
  readonly saveThis: string
  readonly nothingToSave: string
  readonly presetName: string
  readonly save: string
  readonly keptHere: string
  readonly leftOut: Readonly<Record<LeftOut, string>>
  /** The policy keeps presets of the agent's own out of the browser. */
  readonly forbidden: string
  readonly saved: string
  readonly full: string
  readonly failed: string
  readonly remove: (preset: string) => string
  readonly removed: (preset: string) => string
}
