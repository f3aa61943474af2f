/** Which keys a keyboard has, and whose shortcuts hold on it. */
export type Platform = 'apple' | 'other'

/**
 * A key with its modifiers, as `aria-keyshortcuts` writes it: `Control+Enter`. The modifiers are in the order of
 * {@link modifiers}, letters are upper-case, and a sign that needs Shift is written as the sign: `Control+?`.
 */
export type Chord = string

const modifiers = ['Control', 'Alt', 'Shift', 'Meta'] as const

/** What a keyboard event says about the pressed key. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'isComposing' | 'getModifierState'
>

/** Names that `aria-keyshortcuts` gives to signs of its own grammar. */
const signNames: Readonly<Record<string, string>> = { '+': 'Plus', ' ': 'Space' }

const keysWithoutChord = new Set([
  'Control',
  'Alt',
  'AltGraph',
  'Shift',
  'Meta',
  'CapsLock',
  'NumLock',
  'Dead',
  'Process',
  'Unidentified',
])

/**
 * The chords that a press stands for, the plainest first; none for a modifier alone, for AltGr, which types signs, and
 * while an input method composes a text. The letter is the one that the layout has on the key, or the one of a US
 * keyboard where the layout has no Latin letters. A digit is the key in the row of digits, because many layouts type it
 * with Shift only. Such a press has a second chord by its sign: Shift+7 is `/` in Germany.
 */
export function chordsOf(press: KeyPress): readonly Chord[] {
  const { key, code, isComposing, shiftKey } = press
  if (isComposing || keysWithoutChord.has(key) || press.getModifierState('AltGraph')) return []
  if (key.length > 1) return [withModifiers(press, key, shiftKey)]
  const isAscii = /^[!-~]$/.test(key)
  const letter = /^[a-z]$/i.test(key) ? key : isAscii ? undefined : /^Key([A-Z])$/.exec(code)?.[1]
  if (letter !== undefined) return [withModifiers(press, letter.toUpperCase(), shiftKey)]
  const digit = /^Digit(\d)$/.exec(code)?.[1]
  const bySign = withModifiers(press, signNames[key] ?? key, false)
  if (digit === undefined) return [bySign]
  const byDigit = withModifiers(press, digit, shiftKey)
  return /^\d$/.test(key) ? [byDigit] : [byDigit, bySign]
}

function withModifiers(press: KeyPress, key: string, isShifted: boolean): Chord {
  const isHeld = [press.ctrlKey, press.altKey, isShifted, press.metaKey]
  return [...modifiers.filter((_, index) => isHeld[index]), key].join('+')
}
