import { expect } from '@playwright/test'
import { openLibraryPage } from '../support/library-page.ts'
import { retryButton } from '../support/look.ts'
import {
  destinationField,
  errorSummary,
  linkedContact,
  nameField,
  submitButton,
  toggleSection,
  type Panel,
} from '../support/panel.ts'
import { test } from '../support/worker.ts'

/** The entries of dist/lib for pages without React. */

const title = (panel: Panel) => panel.getByRole('heading', { name: 'New task' })

test('when the page signs the agent out, the panel hides the agent’s draft', async ({ page }) => {
  await openLibraryPage(page, {
    body: '<div id="place"></div>',
    script: `
      const gone = new Set()
      const onSignedOut = (signedOut) => (gone.add(signedOut), () => gone.delete(signedOut))
      const leaving = { ...options('Maya'), client: { ...client, onSignedOut } }
      mount(document.getElementById('place'), leaving)
      window.signOut = () => gone.forEach((signedOut) => signedOut())`,
  })
  const name = page.getByLabel('What needs to be done?')
  await name.fill('Call Maya back')
  await page.evaluate(() => window.signOut())

  await expect(name).toHaveValue('')
  await expect(page.getByText('other unfinished draft')).toHaveCount(0)
})

test('several panels on one page each have their own contact and draft', async ({ page }) => {
  await openLibraryPage(page, {
    body: '<div id="one"></div><div id="two"></div><tasklink-panel id="three"></tasklink-panel>',
    script: `
      customElements.define('tasklink-panel', TasklinkPanelElement)
      mount(document.getElementById('one'), options('Maya'))
      mount(document.getElementById('two'), options('Jonas'))
      document.getElementById('three').options = options('Aiko')`,
  })
  const [one, two, three] = [page.locator('#one'), page.locator('#two'), page.locator('#three')]
  await nameField(one).fill('Call Maya back')
  await nameField(three).fill('Call Aiko back')

  await expect(linkedContact(one)).toContainText('Maya')
  await expect(linkedContact(two)).toContainText('Jonas')
  await expect(linkedContact(three)).toContainText('Aiko')
  await expect(nameField(one)).toHaveValue('Call Maya back')
  await expect(nameField(two)).toHaveValue('')
  await expect(nameField(three)).toHaveValue('Call Aiko back')
})

test('the element keeps its draft when the page moves it', async ({ page }) => {
  await openLibraryPage(page, {
    body: '<div id="here"><tasklink-panel></tasklink-panel></div><div id="there"></div>',
    script: `
      customElements.define('tasklink-panel', TasklinkPanelElement)
      document.querySelector('tasklink-panel').options = options('Maya')`,
  })
  await nameField(page).fill('Call back about the refund')

  await page.evaluate(() => {
    const [panel, there] = [document.querySelector('tasklink-panel'), document.getElementById('there')]
    if (panel) there?.append(panel)
  })

  await expect(nameField(page.locator('#there'))).toHaveValue('Call back about the refund')
})

test('the element keeps its draft and its look when the page moves it into another document', async ({
  page,
}) => {
  await openLibraryPage(page, {
    body: '<tasklink-panel></tasklink-panel><iframe title="Other"></iframe>',
    script: `
      customElements.define('tasklink-panel', TasklinkPanelElement)
      document.querySelector('tasklink-panel').options = options('Maya')`,
  })
  await nameField(page).fill('Call back about the refund')

  await page.evaluate(() => {
    const [panel, frame] = [document.querySelector('tasklink-panel'), document.querySelector('iframe')]
    if (panel) frame?.contentDocument?.body.append(panel)
  })

  const other = page.frameLocator('iframe')
  await expect(nameField(other)).toHaveValue('Call back about the refund')
  await expect(retryButton(other)).toHaveCSS('background-color', 'rgb(0, 108, 224)')
})

test('a browser without constructed stylesheets shows the panel with all its styles', async ({ page }) => {
  await openLibraryPage(page, {
    body: '<div id="place"></div>',
    script: `
      delete ShadowRoot.prototype.adoptedStyleSheets
      mount(document.getElementById('place'), options('Maya'))`,
  })
  await toggleSection(page, 'References')
  await page.getByRole('button', { name: 'Add reference' }).click()

  await expect(retryButton(page)).toHaveCSS('background-color', 'rgb(0, 108, 224)')
  await expect(page.getByRole('group', { name: 'Reference 1' })).toHaveCSS('display', 'grid')
})

test('the element keeps options that were set before its registration', async ({ page }) => {
  await openLibraryPage(page, {
    body: '<tasklink-panel></tasklink-panel>',
    script: `
      document.querySelector('tasklink-panel').options = options('Maya')
      customElements.define('tasklink-panel', TasklinkPanelElement)`,
  })

  await expect(linkedContact(page)).toContainText('Maya')
})

test('the import does not register the element', async ({ page }) => {
  await openLibraryPage(page, {
    body: '',
    script: `document.title = String(customElements.get('tasklink-panel'))`,
  })

  await expect(page).toHaveTitle('undefined')
})

test('update() replaces all options', async ({ page }) => {
  await openLibraryPage(page, {
    body: '<tasklink-panel></tasklink-panel>',
    script: `
      customElements.define('tasklink-panel', TasklinkPanelElement)
      const panel = document.querySelector('tasklink-panel')
      panel.options = { ...options('Maya'), fields: { description: { isHidden: true } } }
      window.showOthers = () => { panel.options = options('Jonas') }`,
  })
  await expect(linkedContact(page)).toContainText('Maya')
  await expect(page.getByLabel('Description')).toHaveCount(0)

  await page.evaluate(() => window.showOthers())

  await expect(linkedContact(page)).toContainText('Jonas')
  await expect(page.getByLabel('Description')).toBeVisible()
})

test('the element is empty after its options were removed', async ({ page }) => {
  await openLibraryPage(page, {
    body: '<tasklink-panel></tasklink-panel>',
    script: `
      customElements.define('tasklink-panel', TasklinkPanelElement)
      const panel = document.querySelector('tasklink-panel')
      panel.options = options('Maya')
      window.showOthers = () => { panel.options = undefined }`,
  })
  await expect(linkedContact(page)).toContainText('Maya')

  await page.evaluate(() => window.showOthers())

  await expect(title(page)).toHaveCount(0)
})

test('an error in the page’s own handler is reported, and the panel keeps working', async ({ page }) => {
  const mistakes: string[] = []
  page.on('pageerror', ({ message }) => mistakes.push(message))
  await openLibraryPage(page, {
    body: '<div id="place"></div>',
    script: `mount(document.getElementById('place'), {
      ...options('Maya'),
      onDraftChanged() { throw new Error('The desktop is broken.') },
    })`,
  })
  await nameField(page).fill('Call back')

  await expect.poll(() => mistakes).toContain('The desktop is broken.')
  await expect(nameField(page)).toHaveValue('Call back')
})

test('the element dispatches its event also after the page’s own handler has thrown', async ({ page }) => {
  await openLibraryPage(page, {
    body: '<tasklink-panel></tasklink-panel>',
    script: `
      customElements.define('tasklink-panel', TasklinkPanelElement)
      const panel = document.querySelector('tasklink-panel')
      panel.addEventListener('tasklink-draft-changed', () => { document.title = 'Draft changed' })
      panel.options = {
        ...options('Maya'),
        onDraftChanged() { throw new Error('The desktop is broken.') },
      }`,
  })
  await nameField(page).fill('Call back')

  await expect(page).toHaveTitle('Draft changed')
})

test('a source that cannot stop leaves the panel in the page, and its exception is reported', async ({
  page,
}) => {
  const mistakes: string[] = []
  page.on('pageerror', ({ message }) => mistakes.push(message))
  await openLibraryPage(page, {
    body: '<div id="place"></div>',
    script: `
      const broken = options('Maya')
      broken.source.subscribe = () => () => { throw new Error('The desktop is broken.') }
      const panel = mount(document.getElementById('place'), broken)
      window.showOthers = () => panel.update(options('Jonas'))`,
  })
  await expect(linkedContact(page)).toContainText('Maya')
  await page.evaluate(() => window.showOthers())

  await expect(linkedContact(page)).toContainText('Jonas')
  expect(mistakes).toContain('The desktop is broken.')
})

test('the panel works on a page with an invalid language tag', async ({ page }) => {
  await openLibraryPage(page, {
    html: '<html lang="en-US@posix">',
    body: '<div id="place"></div>',
    script: `mount(document.getElementById('place'), options('Maya'))`,
  })

  await expect(linkedContact(page)).toContainText('Maya')
})

test('the panel does not change the look of the page’s own elements', async ({ page }) => {
  await openLibraryPage(page, {
    body: '<h2>Orders</h2><button>Save</button><input aria-label="Order"><p>48213</p><div id="place"></div>',
    script: `window.showPanel = () => {
      mount(document.getElementById('place'), options('Maya'))
    }`,
  })
  const looks = () =>
    page.evaluate(() =>
      ['html', 'body', 'body > h2', 'body > button', 'body > input', 'body > p'].map((selector) => {
        const element = document.querySelector(selector)
        if (!element) throw new Error(`The page has no ${selector}.`)
        return Array.from(getComputedStyle(element), (name) => [
          name,
          getComputedStyle(element).getPropertyValue(name),
        ]).filter(([name = '']) => !/block-size|height|origin/.test(name))
      }),
    )
  await expect(page.getByRole('heading', { name: 'Orders' })).toBeVisible()
  const before = await looks()

  await page.evaluate(() => window.showPanel())
  await expect(retryButton(page)).toHaveCSS('background-color', 'rgb(0, 108, 224)')

  expect(await looks()).toEqual(before)
})

test('the page styles the element by custom properties and parts, and by nothing else', async ({ page }) => {
  await openLibraryPage(page, {
    body: `<style>
        :root { --tasklink-accent: rgb(122, 31, 122); --tasklink-radius: 0px }
        tasklink-panel::part(submit) { text-transform: uppercase }
        button, input, h2 { color: red !important; border-radius: 30px !important }
      </style>
      <tasklink-panel></tasklink-panel>`,
    script: `
      customElements.define('tasklink-panel', TasklinkPanelElement)
      document.querySelector('tasklink-panel').options = options('Maya')`,
  })

  await expect(retryButton(page)).toHaveCSS('background-color', 'rgb(122, 31, 122)')
  await expect(submitButton(page)).toHaveCSS('border-radius', '0px')
  await expect(submitButton(page)).toHaveCSS('text-transform', 'uppercase')
  await expect(title(page)).toHaveCSS('color', 'rgb(15, 20, 26)')
})

/** Whether the last character of a text stands to the right of the first, as in English. */
function endsAtItsRight({ firstChild }: Element): boolean {
  const text = firstChild?.textContent ?? ''
  const leftOf = (index: number) => {
    const range = document.createRange()
    if (!firstChild) return 0
    range.setStart(firstChild, index)
    range.setEnd(firstChild, index + 1)
    return range.getBoundingClientRect().left
  }
  return leftOf(text.length - 1) > leftOf(0)
}

test('English words of the element read from left to right in a right-to-left page, and say their language', async ({
  page,
}) => {
  await openLibraryPage(page, {
    html: '<html lang="he" dir="rtl">',
    body: '<tasklink-panel></tasklink-panel>',
    script: `
      customElements.define('tasklink-panel', TasklinkPanelElement)
      document.querySelector('tasklink-panel').options = options('מאיה')`,
  })

  const panel = page.getByRole('region', { name: 'New task' })
  await expect(panel).toHaveAttribute('lang', 'en')
  await expect(panel).toHaveCSS('direction', 'ltr')
  await submitButton(page).click()
  const complaint = panel.getByText('Give the task a name.', { exact: true })
  const texts = [complaint, panel.getByText('What needs to be done?').last()]
  for (const text of texts) expect(await text.evaluate(endsAtItsRight)).toBe(true)
})

test('Enter in a field of the element keeps the focus', async ({ page }) => {
  await openLibraryPage(page, {
    body: '<tasklink-panel></tasklink-panel>',
    script: `
      customElements.define('tasklink-panel', TasklinkPanelElement)
      document.querySelector('tasklink-panel').options = options('Maya')`,
  })
  await nameField(page).press('Enter')

  await expect(errorSummary(page)).toBeVisible()
  await expect(nameField(page)).toBeFocused()
})

test('the first field to mend takes the focus in a panel within a shadow tree of the page', async ({
  page,
}) => {
  await openLibraryPage(page, {
    body: '<div id="place"></div>',
    script: `mount(document.getElementById('place').attachShadow({ mode: 'open' }), options('Maya'))`,
  })
  await nameField(page).fill('Call back')
  await submitButton(page).click()

  await expect(destinationField(page)).toBeFocused()
})

declare global {
  interface Window {
    readonly heardKeys: readonly string[]
    readonly listenersNow: () => readonly string[]
    readonly showAndRemove: () => Promise<void>
    readonly showOthers: () => void
    readonly showPanel: () => void
    readonly signOut: () => void
  }
}

test('the panel hears keys only inside itself, and takes from the page only those that it uses', async ({
  page,
}) => {
  await openLibraryPage(page, {
    body: '<input id="own" /><div id="one"></div><div id="two"></div>',
    script: `
      window.heardKeys = []
      addEventListener('keydown', ({ key }) => key.length > 1 || window.heardKeys.push(key))
      mount(document.getElementById('one'), options('Maya'))
      mount(document.getElementById('two'), { ...options('Jonas'), keys: false })`,
  })
  const [one, two] = [page.locator('#one'), page.locator('#two')]
  await expect(one.getByRole('button', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.locator('#own').press('Alt+Shift+!')
  await expect(page.locator('#own')).toBeFocused()
  await one.getByLabel('Description').press('Alt+Shift+1')
  await expect(nameField(one)).toBeFocused()
  await nameField(one).press('Alt+Shift+Q')
  await two.getByLabel('Description').press('Alt+Shift+1')
  await expect(two.getByLabel('Description')).toBeFocused()
  await expect(two.getByRole('button', { name: 'Keyboard shortcuts' })).toHaveCount(0)

  expect(await page.evaluate(() => window.heardKeys)).toEqual(['!', 'Q', '1'])
})
