import type { KeyMessages } from '../../i18n/messages/key-messages.ts'
import type { Chord, Platform } from './chord.ts'

/** The signs on the keys of a Mac. */
const signsOfApple: Readonly<Record<string, string>> = { Control: '⌃', Alt: '⌥', Shift: '⇧', Meta: '⌘' }

/** The keys of a chord, each as it is written on the keyboard. */
export function keysOf(chord: Chord, platform: Platform, names: KeyMessages['names']): readonly string[] {
  return chord.split('+').map((key) => (platform === 'apple' && signsOfApple[key]) || (names[key] ?? key))
}

/**
 * The text for a key with its modifiers.
 *
 *     chordWords('Control+Shift+5', 'other', names)  // 'Ctrl+Shift+5'
 *     chordWords('Control+Shift+5', 'apple', names)  // '⌃⇧5'
 */
export const chordWords = (chord: Chord, platform: Platform, names: KeyMessages['names']): string =>
  keysOf(chord, platform, names).join(platform === 'apple' ? '' : '+')
