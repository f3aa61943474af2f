import { isListPath, sectionOf, type FormPath, type ListPath } from '../form-model/form-path.ts'

/** The control of a complaint, which takes the focus. It looks for the name, because some controls are not registered with react-hook-form. */
export function findControl(form: HTMLFormElement, path: FormPath): HTMLElement | null {
  const section = sectionOf(path)
  const place = section && form.querySelector(`[data-section="${section}"]`)
  return (
    controlNamed(form, isListPath(path) ? firstControl[path] : path) ??
    // A list without rows, or a link without a contact.
    place?.querySelector<HTMLElement>('.tl-add') ??
    place?.querySelector<HTMLElement>('summary') ??
    null
  )
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
