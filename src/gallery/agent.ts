type SectionName = 'link' | 'references' | 'attributes'

/** The agent at the panel. Controls are found by attributes, not by words, because the gallery shows every language. */
export interface Agent {
  /** Types into a field. `path` is a path in the draft, such as `references.0.value`. */
  readonly type: (path: string, text: string) => Promise<void>
  /** Pastes a text that was copied elsewhere. */
  readonly paste: (path: string, text: string) => Promise<void>
  /** Drops files on the form. */
  readonly drop: (files: readonly File[]) => Promise<void>
  /** Holds files over the form. */
  readonly drag: (files: readonly File[]) => Promise<void>
  readonly choose: (path: string, value: string) => Promise<void>
  /** Chooses a person, queue or flow from the list. */
  readonly chooseDestination: (key: string) => Promise<void>
  readonly check: (path: string, value: string) => Promise<void>
  readonly openSection: (name: SectionName) => Promise<void>
  readonly addRow: (name: 'references' | 'attributes') => Promise<void>
  /** Presses the Create button as soon as it is enabled. */
  readonly submit: () => Promise<void>
  /** Moves the focus out of the panel, so that the panel may switch to another contact. */
  readonly leave: () => void
  /** Presses the first element that the CSS selector finds. */
  readonly press: (selector: string) => Promise<void>
  /** Waits until the selector finds an element. */
  readonly see: (selector: string) => Promise<Element>
}

const patienceMs = 15_000
const pollMs = 20

const pause = () =>
  new Promise((resolve) => {
    setTimeout(resolve, pollMs)
  })

/** Sets the value as typing does. It calls the setter of the prototype, because React replaces the element's own setter. */
function enter(control: Element, value: string): void {
  Reflect.set(Object.getPrototypeOf(control), 'value', value, control)
  for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }))
}

/** Acts in the panel inside this element, and waits for controls that are not there yet. Fails if the element is removed. */
export function createAgent(place: HTMLElement): Agent {
  const panel = () => place.firstElementChild?.shadowRoot
  async function see(selector: string): Promise<HTMLElement> {
    const endMs = performance.now() + patienceMs
    while (performance.now() < endMs) {
      const found = panel()?.querySelector(selector)
      if (found instanceof HTMLElement) return found
      if (!place.isConnected) break
      // The pause lets the panel render.
      await pause()
    }
    throw new Error(`The panel shows no ${selector}.`)
  }
  async function press(selector: string): Promise<void> {
    const element = await see(selector)
    element.focus()
    element.click()
  }
  async function type(path: string, text: string): Promise<void> {
    const control = await see(`[name="${path}"]`)
    control.focus()
    enter(control, text)
  }
  async function paste(path: string, text: string): Promise<void> {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    const control = await see(`[name="${path}"]`)
    control.focus()
    control.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }
  async function bring(way: 'dragover' | 'drop', files: readonly File[]): Promise<void> {
    // The form takes files once this button is there.
    const list = await see('.tl-add-files')
    const dataTransfer = new DataTransfer()
    for (const file of files) dataTransfer.items.add(file)
    list.dispatchEvent(new DragEvent(way, { dataTransfer, bubbles: true, cancelable: true }))
    await pause()
  }
  const choose = async (path: string, value: string) => {
    // The panel may still be reading the list from the proxy.
    await see(`[name="${path}"] option[value="${value}"]`)
    await type(path, value)
  }
  return {
    type,
    paste,
    drop: (files) => bring('drop', files),
    drag: (files) => bring('dragover', files),
    choose,
    chooseDestination: async (key) => {
      await press('[name="destination"]')
      await press(`[role="option"][data-key="${key}"]`)
    },
    check: (path, value) => press(`[name="${path}"][value="${value}"]`),
    openSection: (name) => press(`[data-section="${name}"] > summary`),
    // If the section has just been opened, it already has an empty row.
    addRow: (name) => press(`[data-section="${name}"] .tl-add`),
    submit: () => press('[part~="submit"]:not([aria-disabled])'),
    leave: () => {
      const focused = panel()?.activeElement
      if (focused instanceof HTMLElement) focused.blur()
    },
    press,
    see,
  }
}
