import type { PressedKey } from '../fields/destination/list-key.ts'

/** The effect of a key on the list of contacts; a number is the place of the next highlighted row. */
export type ChooserAct = 'open' | 'close' | 'choose' | number

export interface ChooserState {
  /** The highlighted row; undefined while the list is closed. */
  readonly active: number | undefined
  readonly count: number
}

/**
 * The keys of the ARIA pattern "select-only combobox". The arrow keys only highlight a row: to choose another contact opens
 * another draft. Keys with Ctrl, Alt or Command are left to the panel and the browser.
 */
export function chooserAct(pressed: PressedKey, { active, count }: ChooserState): ChooserAct | undefined {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = pressed
  if (ctrlKey || metaKey || shiftKey) return undefined
  const isChoice = key === 'Enter' || key === ' '
  const isArrow = key === 'ArrowDown' || key === 'ArrowUp'
  if (active === undefined) return isChoice || isArrow ? 'open' : undefined
  if (key === 'Escape' || (altKey && key === 'ArrowUp')) return 'close'
  if (altKey) return undefined
  if (isChoice) return 'choose'
  if (isArrow) return (active + (key === 'ArrowDown' ? 1 : count - 1)) % count
  if (key === 'Home' || key === 'PageUp') return 0
  return key === 'End' || key === 'PageDown' ? count - 1 : undefined
}
