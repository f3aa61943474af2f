import type { Attribute } from '../fields/attributes/attribute.ts'
import type { Destination } from '../fields/destination-key.ts'
import type { ReferenceDraft } from '../fields/references/reference.ts'

// No run-time imports: the panel's first load has the types of this file.

/** When a task of a preset starts: now, some minutes from now, or at a time on the agent's clock some days ahead. */
export type PresetStart =
  | 'now'
  | { readonly inMinutes: number }
  | { readonly inDays: number; readonly at: string }

/** The most presets in one policy, and of one agent in one browser. */
export const presetsLimit = 50

/** Characters in the name of a preset, which stands in a menu. */
export const presetNameLimit = 128

/**
 * The content that a task begins with. A policy or the agent writes it. Texts have placeholders of the contact; see
 * `placeholders.ts`. A field without a value in the preset stays as it is in the form.
 *
 *     { name: 'Refund', task: { name: 'Refund for {customer}', start: { inDays: 1, at: '09:00' } } }
 */
export interface Preset {
  /** The name in the menu. */
  readonly name: string
  readonly task: PresetTask
}

export interface PresetTask {
  readonly name?: string
  readonly description?: string
  readonly destination?: Destination
  readonly start?: PresetStart
  /** Rows as the form holds them. */
  readonly references?: readonly ReferenceDraft[]
  readonly attributes?: readonly Attribute[]
}
