import { flushSync } from 'react-dom'

const places = {
  contact: '.tl-contact > p',
  chooser: '.tl-chooser',
  created: '.tl-created h3',
  mode: '[name="mode"]:checked',
  others: '.tl-others > summary',
  undo: '[data-undo]',
  submit: '.tl-foot:not(:has([data-asks])) > [part~="submit"]',
} as const

/**
 * Makes a change that the agent asked for, and keeps the focus in the panel if the pressed control disappears: the first of
 * these places that exists gets it.
 */
export function keepPlace(
  pressed: Element,
  change: () => void,
  ...goOn: readonly (keyof typeof places)[]
): void {
  const isHere = pressed.matches(':focus-within')
  const panel = pressed.closest('.tl-panel')
  flushSync(change)
  if (!isHere) return
  const found = goOn.map((place) => panel?.querySelector<HTMLElement>(places[place]))
  found.find((element) => element)?.focus()
}
