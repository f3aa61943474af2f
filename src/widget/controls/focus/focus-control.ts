import { isElement, isNode } from '../dom-kinds.ts'
import { isListPath, sectionOf, type FormPath, type ListPath } from '../../form-model/errors/form-path.ts'

/** The control of a complaint, which takes the focus. It looks for the name, because some controls are not registered with react-hook-form. */
export function findControl(form: HTMLFormElement, path: FormPath): HTMLElement | null {
  const section = sectionOf(path)
  const place = section && form.querySelector(`[data-section="${section}"]`)
  if (path === 'schedule.time') return findInSchedule(form)
  if (path === 'destination') return findDestination(form)
  if (path.startsWith('attachments.')) return findFile(form, path)
  // Where the rules set it, the agent can only choose another start.
  if (path === 'expiry.amount') return controlNamed(form, path) ?? findInSchedule(form)
  return (
    controlNamed(form, isListPath(path) ? firstControl[path] : path) ??
    // A list without rows, or a link without a contact.
    place?.querySelector<HTMLElement>('.tl-add') ??
    place?.querySelector<HTMLElement>('summary') ??
    null
  )
}

/** The button that mends a file, or removes it; the one that adds files where none is meant. */
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

/** The chosen time of a usual choice is only its chip; any other is open to be changed. */
function findInSchedule(form: HTMLFormElement): HTMLElement | null {
  const pick = form.querySelector<HTMLElement>('[name="schedule.when"][value="pick"]:checked')
  // It opens the picker at once.
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

/** To move the focus at once: react-hook-form's `setFocus` waits for a timer, and the agent may have gone on to another field. */
export function controlNamed(form: HTMLFormElement, name: string): HTMLElement | undefined {
  const found = form.elements.namedItem(name)
  const controls: readonly (Node | null)[] = found && !isNode(found) ? [...found] : [found]
  const enabled = controls.filter(isElement).filter((control) => !control.matches(':disabled'))
  // Of several radio buttons, the keys go on from the one that is chosen.
  return enabled.find((control) => control.matches(':checked')) ?? enabled[0]
}
