import { actions } from './actions.ts'
import type { Chord } from './chord.ts'
import { actionNames, type Keymap } from './keymap.ts'
import { isElement } from '../controls/dom-kinds.ts'

const canTakeFocus = 'button, summary, input, select, textarea'

/**
 * Adds the key of each action to its control: for screen readers, and at buttons and summaries also as a tooltip. The
 * attributes are set here, not in the components, because the first load must stay small.
 */
export function showKeys(panel: HTMLElement, keymap: Keymap, words: (chord: Chord) => string): () => void {
  const marked = new Set<Element>()
  const mark = () => {
    for (const name of actionNames) {
      const chord = keymap.get(name)
      if (chord === undefined) continue
      // Only if the first control is missing, the next one is used.
      const found = actions[name].controls.map((selector) => panel.querySelectorAll(selector))
      for (const control of [...(found.find(({ length }) => length > 0) ?? [])].filter(
        (each) => !marked.has(each) && each.matches(canTakeFocus),
      )) {
        marked.add(control)
        control.setAttribute('aria-keyshortcuts', chord)
        // No tooltip at a field: a screen reader would read it as the field's description.
        if (control.matches('button, summary')) control.setAttribute('title', words(chord))
      }
    }
  }
  const observer = new MutationObserver((records) => {
    if (records.some(({ addedNodes }) => [...addedNodes].some((node) => isElement(node)))) mark()
  })
  mark()
  observer.observe(panel, { childList: true, subtree: true })
  return () => {
    observer.disconnect()
    for (const control of marked) {
      control.removeAttribute('aria-keyshortcuts')
      control.removeAttribute('title')
    }
  }
}
