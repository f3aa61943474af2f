import type { Preset } from '../core/presets/preset.ts'
import type { Account } from './account.ts'

/** A store in which an agent's own presets outlive the page. They belong to one account, and no other account can read them. */
export interface PresetStore {
  /** Reads the presets of the account and stores what `change` makes of them, in one step. Resolves to what is stored. */
  readonly change: (
    account: Account,
    change: (stored: readonly Preset[]) => readonly Preset[],
  ) => Promise<readonly Preset[]>
}
