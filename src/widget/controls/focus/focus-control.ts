import { isElement, isNode } from '../dom-kinds.ts'
import { isListPath, sectionOf, type FormPath, type ListPath } from '../../form-model/errors/form-path.ts'

/**
 * Finds the control that a complaint is about, to move the focus there. It searches by name, because some controls are not
 * registered with react-hook-form.
 */
export function findControl(form: HTMLFormElement, path: FormPath): HTMLElement | null {
  const section = sectionOf(path)
  const place = section && form.querySelector(`[data-section="${section}"]`)
  if (path === 'schedule.time') return findInSchedule(form)
  if (path === 'destination') return findDestination(form)
  if (path.startsWith('attachments.')) return findFile(form, path)
  // If the rules fix the expiry, it has no control, and the agent can only choose another start.
  if (path === 'expiry.amount') return controlNamed(form, path) ?? findInSchedule(form)
  return (
    controlNamed(form, isListPath(path) ? firstControl[path] : path) ??
    // For a list without rows ("add"), or a link without a contact (the section's summary).
    place?.querySelector<HTMLElement>('.tl-add') ??
    place?.querySelector<HTMLElement>('summary') ??
    null
  )
}

/** The button that mends or removes this file. "Add files" if the complaint is not about one file. */
function findFile(form: HTMLFormElement, path: FormPath): HTMLElement | null {
  const [, index] = path.split('.')
  const row = form.querySelectorAll('.tl-file')[Number(index)]
  return (
    row?.querySelector<HTMLElement>('.tl-row-complaint button') ??
    row?.querySelector<HTMLElement>('button') ??
    form.querySelector<HTMLElement>('.tl-add-files')
  )
}

/** The field of the destination, or the one below it that says who gets the task of a template. */
function findDestination(form: HTMLFormElement): HTMLElement | null {
  const refused = controlNamed(form, 'destination.quickConnect')
  if (refused?.matches('[aria-invalid]')) return refused
  return controlNamed(form, 'destination') ?? null
}

/** The control of the start: the chip of a usual time, or the field to mend in the open picker. */
function findInSchedule(form: HTMLFormElement): HTMLElement | null {
  const pick = form.querySelector<HTMLElement>('[name="schedule.when"][value="pick"]:checked')
  // Opens the picker, so that its fields can be found below.
  pick?.click()
  return (
    (pick && controlNamed(form, toMend(form))) ??
    form.querySelector<HTMLElement>('[name="schedule.when"]:checked') ??
    controlNamed(form, 'schedule.when') ??
    null
  )
}

/** The control of the picker that needs another value. */
function toMend(form: HTMLFormElement): string {
  if (form.querySelector('[name="schedule.words"][aria-invalid]')) return 'schedule.words'
  const day = form.querySelector<HTMLInputElement>('input[name="schedule.date"][type="text"]')
  if (day?.matches('[aria-invalid]')) return 'schedule.date'
  const hasDay = day ? day.value !== '' : form.querySelector('[name="schedule.date"]:checked') !== null
  return hasDay ? 'schedule.time' : 'schedule.words'
}

const firstControl = {
  'references.root': 'references.0.value',
  'attachments.root': 'attachments.0.name',
  'attributes.root': 'attributes.0.value',
} as const satisfies Record<ListPath, string>

/**
 * Finds a control by its name. We do not use `setFocus` of react-hook-form: it waits for a timer, and by then the agent may be
 * in another field.
 */
export function controlNamed(form: HTMLFormElement, name: string): HTMLElement | undefined {
  const found = form.elements.namedItem(name)
  const controls: readonly (Node | null)[] = found && !isNode(found) ? [...found] : [found]
  const enabled = controls.filter(isElement).filter((control) => !control.matches(':disabled'))
  // Of several radio buttons, the chosen one gets the focus.
  return enabled.find((control) => control.matches(':checked')) ?? enabled[0]
}
