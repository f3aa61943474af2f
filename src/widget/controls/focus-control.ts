import { isListPath, sectionOf, type FormPath, type ListPath } from '../form-model/form-path.ts'

/** Moves the focus to the control of a complaint. It looks for the name, because some controls are not registered with react-hook-form. */
export function focusControl(form: HTMLFormElement, path: FormPath): void {
  const section = sectionOf(path)
  const place = section && form.querySelector(`[data-section="${section}"]`)
  const target =
    controlNamed(form, isListPath(path) ? firstControl[path] : path) ??
    // A list without rows, or a link without a contact.
    place?.querySelector<HTMLElement>('.tl-add') ??
    place?.querySelector<HTMLElement>('summary')
  target?.focus()
}

const firstControl = {
  'references.root': 'references.0.value',
  'attributes.root': 'attributes.0.value',
} as const satisfies Record<ListPath, string>

function controlNamed(form: HTMLFormElement, name: string): HTMLElement | undefined {
  const found = form.elements.namedItem(name)
  const controls: readonly (Node | null)[] = found instanceof RadioNodeList ? [...found] : [found]
  return controls
    .filter((control) => control instanceof HTMLElement)
    .find((control) => !control.matches(':disabled'))
}
