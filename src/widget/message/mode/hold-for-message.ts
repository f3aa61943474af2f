import { holdLetters } from '../../controls/focus/hold-letters.ts'

/** Keeps the letters that the agent types before the form for messages has been loaded. */
export function holdForMessage(pressed: Element): void {
  const panel = pressed.closest('.tl-panel')
  if (panel) holdLetters(panel, ({ name }) => name === 'to' || name === 'text')
}
