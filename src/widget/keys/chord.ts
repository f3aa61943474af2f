/** The kind of keyboard and its usual shortcuts. */
export type Platform = 'apple' | 'other'

/**
 * A key with its modifiers, as `aria-keyshortcuts` writes it: `Control+Enter`. The modifiers are in the order of
 * {@link modifiers}, letters are upper-case, and a sign that needs Shift is written as the sign: `Control+?`.
 */
export type Chord = string

const modifiers = ['Control', 'Alt', 'Shift', 'Meta'] as const

/** The members of a keyboard event that this code uses. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'isComposing' | 'getModifierState'
>

/** `aria-keyshortcuts` uses + and a space in its own syntax, so it has names for these keys. */
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
 * The chords of a press, the simplest first. None for a modifier alone, for AltGr (it types characters), and while an input
 * method composes a text. A letter is the one on the key in the agent's layout, or in the US layout if the agent's has no Latin
 * letters. A digit is found by the position of the key, because many layouts type digits only with Shift. Such a press has a
 * second chord with the typed character: Shift+7 is `/` on a German keyboard.
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
