import { actions, type ActionName } from './actions.ts'
import { closeAround, isUsable } from './acts.ts'
import { chordsOf } from './chord.ts'
import { actionOf, type Keymap } from './keymap.ts'
import { isElement } from '../controls/dom-kinds.ts'

/** The control that an action would use now. */
function controlOf(panel: ParentNode, name: ActionName): HTMLElement | undefined {
  return actions[name].controls
    .flatMap((selector) => [...panel.querySelectorAll<HTMLElement>(selector)])
    .find(isUsable)
}

/**
 * Acts on keys that are pressed inside the panel. It listens at the outermost element, after the controls inside: a control
 * that has used a key prevents its default. Stops a key that it uses, so that the page around the panel does not use it too.
 */
export function listenForKeys(panel: HTMLElement, keymap: Keymap): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || !actOn(panel, event, keymap)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const place = panel.parentElement ?? panel
  place.addEventListener('keydown', onKeyDown)
  return () => place.removeEventListener('keydown', onKeyDown)
}

/** Whether the panel uses this key. */
function actOn(panel: HTMLElement, event: KeyboardEvent, keymap: Keymap): boolean {
  const { target } = event
  // The list of keys handles its keys itself.
  if (!isElement(target) || target.closest('dialog')) return false
  const chords = chordsOf(event)
  if (chords.includes('Escape')) return closeAround(target)
  const name = actionOf(keymap, chords)
  const control = name && controlOf(panel, name)
  if (!control) return false
  // A key that is held down acts only once.
  if (!event.repeat) actions[name].act(control)
  return true
}
