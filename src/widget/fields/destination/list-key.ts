/** The key that an agent presses in the field, as a `KeyboardEvent` has it. */
export interface PressedKey {
  readonly key: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

/** The effect of a key on the list; a number is a step through its rows. */
export type ListAct = 'open' | 'close' | 'choose' | 'favourite' | 'take-back' | 'go-on' | number

export interface ListState {
  readonly isOpen: boolean
  /** The field has letters, and no destination is chosen yet. */
  readonly isTyping: boolean
}

const rowsPerPage = 8

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: rowsPerPage,
  PageUp: -rowsPerPage,
}

/**
 * The keys of the ARIA pattern "editable combobox with list autocomplete". Keys with Ctrl or Command are left to the panel and
 * the browser. Enter in this field never creates the task, because a second Enter often follows the one that chooses.
 */
export function listAct(pressed: PressedKey, { isOpen, isTyping }: ListState): ListAct | undefined {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = pressed
  if (ctrlKey || metaKey) return undefined
  if (altKey) {
    if (key === 'ArrowDown') return 'open'
    return key === 'ArrowUp' && isOpen ? 'close' : undefined
  }
  if (key === 'Enter') return shiftKey ? 'favourite' : 'choose'
  if (key === 'Tab') return isOpen ? 'go-on' : undefined
  if (key === 'Escape') {
    if (isOpen) return 'close'
    return isTyping ? 'take-back' : undefined
  }
  if (shiftKey) return undefined
  // While the list is closed, Page Up and Page Down scroll the panel.
  return isOpen || key.startsWith('Arrow') ? steps[key] : undefined
}
