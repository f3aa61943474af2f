import type { KeyboardEvent } from 'react'
import { isElement } from '../controls/dom-kinds.ts'

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** The arrow keys move the focus through the buttons of the open menu, and from its summary to the first button. */
export function walkPresets(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key]
  const { target, currentTarget } = event
  const details = currentTarget.querySelector('details')
  if (step === undefined || !details || !isElement(target) || !details.contains(target)) return
  // In a text field these keys move the cursor.
  if (target.matches('input')) return
  const controls = [...details.querySelectorAll<HTMLElement>('summary, button')]
  details.open = true
  event.preventDefault()
  controls[Math.min(Math.max(controls.indexOf(target) + step, 0), controls.length - 1)]?.focus()
}
