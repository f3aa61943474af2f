/** Does something with a control of the panel. */
export type Act = (control: HTMLElement) => void

export const press: Act = (control) => control.click()

export const goTo: Act = (control) => control.focus()

/** The fields of a section, an empty one first, and what stands for them in a section without fields. */
const firstPlaces = [
  '.tl-rows :is(input:not([readonly]):placeholder-shown, select)',
  'input:checked',
  'input:not([readonly])',
  'button',
]

/** Opens a section by its summary, and moves the focus into it. */
export const openSection: Act = (summary) => {
  const { parentElement: section } = summary
  if (!(section instanceof HTMLDetailsElement)) return
  // As pressed by the agent: a list that is empty then offers its first row.
  if (!section.open) summary.click()
  const found = firstPlaces.map((place) => section.querySelector<HTMLElement>(`.tl-section-body ${place}`))
  const target = found.find((element) => element && isUsable(element)) ?? summary
  target.focus()
}

/** The control is shown and enabled. */
export const isUsable = (control: Element): boolean =>
  control.getClientRects().length > 0 && !control.matches(':disabled')

/**
 * Closes the innermost open part around the focus, such as a section, and keeps what is in it. The focus goes to its
 * summary. Returns whether there was one.
 */
export function closeAround(focused: Element): boolean {
  const open = focused.closest('details[open]')
  if (!(open instanceof HTMLDetailsElement)) return false
  open.open = false
  open.querySelector('summary')?.focus()
  return true
}
