import { holdLetters } from '../../controls/focus/hold-letters.ts'

/** Holds the letters that an agent types before the form for messages is there. */
export function holdForMessage(pressed: Element): void {
  const panel = pressed.closest('.tl-panel')
  if (panel) holdLetters(panel, ({ name }) => name === 'to' || name === 'text')
}
