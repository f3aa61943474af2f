import type { BrowserContext, Locator, Page } from '@playwright/test'

/** The panel in one tab of Chromium, used and read as by an agent. */
export interface PanelPage {
  readonly page: Page
  /** The task's name in the form. Undefined if the form cannot be edited now. */
  readonly editableText: () => Promise<string | undefined>
  /** Types a name. Returns the name that it replaced, or undefined if it could not be typed. */
  readonly type: (text: string) => Promise<string | undefined>
  /**
   * Presses the button below the form, or "Create another task" after calling `look`. Resolves to the label of the button, or
   * to undefined if there is none.
   */
  readonly press: (look: () => Promise<void>) => Promise<string | undefined>
  /** Presses the link in a question that goes back to the form, if there is one. */
  readonly editOn: () => Promise<boolean>
  /** The visible words and the texts in fields, of all drafts. */
  readonly read: () => Promise<string>
  readonly isUnderWay: () => Promise<boolean>
  /** Opens the list of the contact's tasks and returns its text. */
  readonly listedTasks: () => Promise<string>
  /** Resolves when the CCP has reported the call. */
  readonly knowsContact: () => Promise<void>
  /** The ids of contacts that the panel shows as created. */
  readonly createdIds: () => Promise<readonly string[]>
}

const patienceMs = 20_000

/** For actions that need no loading: the control exists now or not at all. */
const atOnce = { timeout: 1_000 }

/** Returns false for an action that is not possible now. That is no fault. */
const isDone = (action: Promise<unknown>) =>
  action.then(
    () => true,
    () => false,
  )

export async function openPanelPage(context: BrowserContext, origin: string): Promise<PanelPage> {
  const page = await context.newPage()
  page.setDefaultTimeout(patienceMs)
  await page.goto(origin)
  return panelPageOf(page)
}

export async function panelPageOf(page: Page): Promise<PanelPage> {
  const panel = page.locator('.tl-panel')
  const name = page.getByLabel('What needs to be done?')
  const submit = page.locator('[part="submit"]')
  const another = page.getByRole('button', { name: 'Create another task' })
  await name.or(another).first().waitFor()
  return {
    page,
    editableText: async () =>
      (await name.isEditable(atOnce).catch(() => false))
        ? name.inputValue(atOnce).catch(() => '')
        : undefined,
    type: async (text) => {
      const replaced = await replaceText(name, text)
      const destination = page.getByLabel('Who should do it?')
      await isDone(destination.fill('Callback requests', atOnce))
      await isDone(page.getByRole('option', { name: 'Callback requests' }).click(atOnce))
      return replaced
    },
    press: async (look) => {
      for (const button of [another, submit]) {
        if (!(await button.isVisible())) continue
        if (button === another) await look()
        const label = await button.textContent(atOnce).catch(() => null)
        if (label !== null && (await isDone(button.click(atOnce)))) return label
      }
      return undefined
    },
    editOn: async () => {
      const edit = panel.getByRole('alert').getByRole('button', { name: /^Edit/ })
      return (await edit.count()) > 0 && isDone(edit.first().click(atOnce))
    },
    read: () => readAllDrafts(panel),
    isUnderWay: async () => /Creating…|Waiting…|Checking…/.test((await submit.allTextContents()).join()),
    listedTasks: async () => {
      const list = panel.locator('details.tl-tasks')
      // A draft without a contact has no list.
      if (!(await isDone(list.locator('summary').click(atOnce)))) return ''
      await page.waitForTimeout(listReadMs)
      return list.innerText()
    },
    knowsContact: () => panel.getByText('Connected', { exact: true }).first().waitFor(),
    createdIds: async () => {
      const words = await page.locator('[part="created"], .tl-created, .tl-panel').allTextContents()
      return [
        ...words.join(' ').matchAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g),
      ].map(([id]) => id)
    },
  }
}

/** In one turn of the page's event loop, so that no stored draft replaces the form between reading and typing. */
const replaceText = (field: Locator, text: string): Promise<string | undefined> =>
  field
    .evaluate(
      (element, typed) => {
        if (!(element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement)) return undefined
        // React may render a stored draft while it handles the focus.
        element.focus()
        // Another form may have taken its place since it was found.
        if (!element.matches(':focus') || element.readOnly) return undefined
        const { value } = element
        element.select()
        return document.execCommand('insertText', false, typed) ? value : undefined
      },
      text,
      atOnce,
    )
    .catch(() => undefined)

const otherDraftsLimit = 8
/** Time for Connect's answer about the tasks of a contact. */
const listReadMs = 1_500

/** Reads the draft in front. Then puts each other draft in front, from the list or from a notice, and reads it. */
async function readAllDrafts(panel: Locator): Promise<string> {
  const found = [await readPanel(panel)]
  const shows = panel.getByRole('button', { name: /^Show/ })
  for (let left = otherDraftsLimit; left > 0; left -= 1) {
    const list = panel.locator('details.tl-others')
    if ((await list.count()) > 0) await list.evaluate((details) => details.setAttribute('open', ''))
    const count = await shows.count()
    // A different index each time: the draft that leaves the front takes the place in the list.
    if (count === 0 || !(await isDone(shows.nth(left % count).click(atOnce)))) break
    found.push(await readPanel(panel))
  }
  return found.join('\n')
}

async function readPanel(panel: Locator): Promise<string> {
  const values = await panel
    .locator('input, textarea')
    .evaluateAll((fields) => fields.map((field) => ('value' in field ? String(field.value) : '')))
  return [await panel.innerText(), ...values].join('\n')
}
