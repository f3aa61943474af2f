import type { ActionName } from './actions.ts'
import type { Chord, Platform } from './chord.ts'
import { actionOf, type Keymap } from './keymap.ts'

/** Why an action cannot have a key. */
export type ChordRefusal =
  /** The key would be typed into a field. */
  | { readonly code: 'typed' }
  /** AltGr, or Option on a Mac, with this key types a sign on many keyboards. */
  | { readonly code: 'types-sign' }
  /** The key moves the focus or edits a text. */
  | { readonly code: 'editing' }
  /** A browser, the system or a screen reader uses the key. */
  | { readonly code: 'reserved' }
  | { readonly code: 'taken'; readonly by: ActionName }

/**
 * The keys that an action may have, by modifiers. Browsers, the system or screen readers use all others; see the defaults in
 * `actions.ts`. Chromium has Alt+Shift with A, B, I and T. On a Mac, Control+Shift with A, B, E, F, N, P and V selects text.
 */
const freeKeys: Readonly<Record<Platform, Readonly<Record<string, RegExp>>>> = {
  other: {
    Control: /^(Enter|\/)$/,
    'Control+Shift': /^(Enter|[1-9])$/,
    'Alt+Shift': /^(Enter|\d|[^ABIT])$/,
    '': /^F[2489]$/,
  },
  apple: {
    Meta: /^(Enter|\/)$/,
    Control: /^Enter$/,
    'Shift+Meta': /^Enter$/,
    'Control+Shift': /^(Enter|\d|[^ABEFNPV])$/,
    '': /^F[2489]$/,
  },
}

/** Keys of lists, texts and dialogs. They are refused with and without modifiers. */
const editingKeys =
  /^(Tab|Escape|Backspace|Delete|Insert|Home|End|PageUp|PageDown|Arrow(Up|Down|Left|Right)|Enter|Space|ContextMenu)$/

/** Why this action cannot have this key, or undefined if it can. */
export function refuseChord(
  chord: Chord,
  action: ActionName,
  keymap: Keymap,
  platform: Platform,
): ChordRefusal | undefined {
  const parts = chord.split('+')
  const key = parts.at(-1) ?? ''
  const held = parts.slice(0, -1).join('+')
  if (!freeKeys[platform][held]?.test(key)) return { code: belongsTo(held, key, platform) }
  const by = actionOf(keymap, [chord])
  return by === undefined || by === action ? undefined : { code: 'taken', by }
}

function belongsTo(held: string, key: string, platform: Platform) {
  if (editingKeys.test(key)) return 'editing'
  const isSign = key.length === 1 || key === 'Plus'
  if (isSign && /^(Shift)?$/.test(held)) return 'typed'
  const typing = platform === 'apple' ? /^Alt(\+Shift)?$/ : /^Control\+Alt(\+Shift)?$/
  return isSign && typing.test(held) ? 'types-sign' : 'reserved'
}
