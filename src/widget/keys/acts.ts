import { isTag } from '../controls/dom-kinds.ts'
/** Does something with a control of the panel. */
export type Act = (control: HTMLElement) => void

export const press: Act = (control) => control.click()

export const goTo: Act = (control) => control.focus()

/** Goes to a field, or presses the button that stands for it. */
export const goOnAt: Act = (control) => (control.matches('button') ? press(control) : goTo(control))

function openBy(summary: HTMLElement): Element {
  const { parentElement: section } = summary
  // A click, as by the agent: an empty list then offers its first row.
  if (isTag(section, 'details') && !section.open) summary.click()
  return section ?? summary
}

/** Opens a section by its summary, and moves the focus into it. */
export const openSection: Act = (summary) => {
  const section = openBy(summary)
  const found = ['input:checked', 'input:not([readonly])', 'button'].map((place) =>
    section.querySelector<HTMLElement>(`:scope > :not(summary) ${place}`),
  )
  const target = found.find((element) => element && isUsable(element)) ?? summary
  target.focus()
}

/** Opens a list by its summary, and moves the focus into an empty row. */
export const openList: Act = (summary) => {
  const add = openBy(summary).querySelector<HTMLElement>('.tl-add')
  // "Add" moves the focus to the last row if that is empty.
  if (add && isUsable(add)) add.click()
  else openSection(summary)
}

/** Opens the picker of a start with its chip, and moves the focus into the words box. A fixed start has no picker. */
export const openPicker: Act = (chip) => {
  chip.click()
  // For a created task this is a button, and it moves the focus itself.
  if (chip.matches('button')) return
  const box = chip.closest('fieldset')?.querySelector<HTMLElement>('[name="schedule.words"]')
  const target = box ?? chip
  target.focus()
}

/** The control is shown and enabled. */
export const isUsable = (control: Element): boolean =>
  control.getClientRects().length > 0 && !control.matches(':disabled')

/** Closes the innermost open section around the focus and moves the focus to its summary. Returns false if there is none. */
export function closeAround(focused: Element): boolean {
  const part = focused.closest('details[open]')
  if (!isTag(part, 'details')) return false
  part.open = false
  part.querySelector('summary')?.focus()
  return true
}
