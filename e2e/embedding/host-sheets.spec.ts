import { readFileSync } from 'node:fs'
import { chromium, expect, type Locator, type Page } from '@playwright/test'
import { findChromium } from '../../src/simulators/find-chromium.ts'
import { bundleComponent } from '../support/component-bundle.ts'
import { openLibraryPage } from '../support/library-page.ts'
import { differences, looksOf } from '../support/look.ts'
import { nameField, submitButton, pickTime, toggleSection } from '../support/panel.ts'
import { shareInWorker, test as base } from '../support/worker.ts'

/** The panel on pages with stylesheets that try to change everything. */

const shareComponent = shareInWorker<string>(async () => ({
  thing: await bundleComponent(),
  stop: () => Promise.resolve(),
}))

const test = base.extend<{ readonly component: string }>({
  component: async ({ atEnd }, provide) => provide(await shareComponent(null, atEnd)),
})

const fileOf = (address: string) => readFileSync(new URL(address), 'utf8')

/** Tailwind's build replaces `theme(name, value)` by the value, unless the page's theme has another. */
const tailwind = (css: string) => css.replaceAll(/(?:--)?theme\(\s*[^,()]+,((?:[^()]|\([^()]*\))*)\)/g, '$1')

/** Stylesheets of pages. Each is tested without a layer and in a layer. */
const sheets = {
  'Tailwind 3': tailwind(fileOf(import.meta.resolve('tailwindcss-3/src/css/preflight.css'))),
  'Tailwind 4': tailwind(fileOf(import.meta.resolve('tailwindcss/preflight.css'))),
  'Tailwind 4 in its layer': `@layer base { ${tailwind(fileOf(import.meta.resolve('tailwindcss/preflight.css')))} }`,
  Bootstrap: fileOf(import.meta.resolve('bootstrap/dist/css/bootstrap-reboot.css')),
  'all: unset on everything': '* { all: unset }',
  'all: unset on buttons': 'button { all: unset }',
  'narrow fields': 'input, textarea, select { width: 10px !important; height: 3px !important }',
  'a small root': ':root { font-size: 10px }',
  'a large root': 'html { font-size: 200% } body { font-size: 2rem }',
  'a later layer':
    '@layer tasklink, later; @layer later { button, input, p { color: red; border: 3px solid red } }',
  'every element in rows': 'div, section, form, fieldset { display: flex !important }',
  'every element with a box':
    'div, section, p { margin: 9px !important; padding: 9px !important; border: 3px solid !important; float: left }',
  'inherited text':
    'body { font: italic bold 30px/3 serif; color: red; letter-spacing: 5px; text-indent: 40px; text-transform: uppercase; white-space: nowrap; cursor: wait; list-style: square; text-shadow: 0 0 9px red }',
  'centred text': 'body { display: grid; place-items: center; text-align: center }',
  'everything important':
    '* { color: red !important; font: 30px serif !important; background: lime !important; box-sizing: content-box !important }',
} as const

const ways = ['component', 'mount', 'element'] as const

/** The stylesheet must not change the panel's container, because the panel is as wide as its container. */
const place = (way: string, index: number) => `
  <div id="${way}" style="display: block !important; position: absolute !important; inset-block-start: 0 !important;
    inset-inline-start: ${index * 400}px !important; inline-size: 380px !important; block-size: auto !important;
    box-sizing: border-box !important; margin: 0 !important; padding: 0 !important; border: 0 !important;
    float: none !important"></div>`

/** Lets the page import the component with React. */
const serveComponent = (page: Page, component: string) =>
  page.route('**/component.js', (route) => route.fulfill({ contentType: 'text/javascript', body: component }))

/** Opens a page with one panel for each way to embed it, and opens a few of its controls. */
async function openAllWays(page: Page, component: string): Promise<readonly Locator[]> {
  await serveComponent(page, component)
  await openLibraryPage(page, {
    body: ways.map(place).join(''),
    script: `
      import { createElement, createRoot, StrictMode, TaskPanel } from '/component.js'
      const root = createRoot(document.getElementById('component'))
      root.render(createElement(StrictMode, null, createElement(TaskPanel, options('Maya'))))
      mount(document.getElementById('mount'), options('Maya'))
      customElements.define('tasklink-panel', TasklinkPanelElement)
      const element = document.createElement('tasklink-panel')
      element.options = options('Maya')
      document.getElementById('element').append(element)`,
  })
  const panels = ways.map((way) => page.locator(`#${way} .tl-panel`))
  for (const panel of panels) {
    // Sequential, as an agent works.
    await pickTime(panel)
    await toggleSection(panel, 'References')
    await panel.getByRole('button', { name: 'Add reference' }).click()
    await expect(panel.getByRole('group', { name: 'Reference 1' })).toBeVisible()
    await expect(panel.getByText('The task service cannot be reached.')).toBeVisible()
  }
  await nameField(panels[0] ?? page).focus()
  // Move the pointer away, because a button under it looks different.
  await page.mouse.move(0, 0)
  return panels
}

test('no stylesheet of the page changes the size or the look of anything in the panel', async ({
  page,
  component,
}) => {
  await page.setViewportSize({ width: 1_300, height: 1_600 })
  const panels = await openAllWays(page, component)
  const looks = () => Promise.all(panels.map(looksOf))
  // Some parts are loaded late. They are complete once all three panels have the same number of elements.
  await expect.poll(async () => new Set((await looks()).map(({ length }) => length)).size).toBe(1)
  const before = await looks()
  const found: Record<string, readonly string[]> = {}
  for (const [name, css] of Object.entries({ ...sheets, 'right to left': '' })) {
    // One sheet after the other, because they share the page.
    await page.evaluate(
      ([text, dir]) => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(text)
        document.adoptedStyleSheets = [sheet]
        document.documentElement.dir = dir
      },
      [css, name === 'right to left' ? 'rtl' : 'ltr'] as const,
    )
    const after = await looks()
    for (const [index, way] of ways.entries()) {
      found[`${name}, ${way}`] = differences(before[index] ?? [], after[index] ?? []).slice(0, 5)
    }
  }

  expect(before.every(({ length }) => length > 80)).toBe(true)
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])))
})

test('a React page gets each event of the component once, and may remove the panel and show it again', async ({
  page,
  component,
}) => {
  const complaints: string[] = []
  page.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' && !text.includes('net::ERR_FAILED')) complaints.push(text)
  })
  await serveComponent(page, component)
  await openLibraryPage(page, {
    body: '<div id="place"></div>',
    script: `
      import { createElement, createRoot, StrictMode, TaskPanel } from '/component.js'
      const heard = (event) => {
        document.title += ' ' + event.type
      }
      const root = createRoot(document.getElementById('place'))
      window.showPanel = () => {
        const panel = createElement(TaskPanel, options('Maya'))
        const around = createElement('div', { onClick: heard, onClickCapture: heard, onInput: heard }, panel)
        root.render(createElement(StrictMode, null, around))
      }
      window.hidePanel = () => root.render(null)
      window.showPanel()`,
  })
  await nameField(page).fill('Call back')
  await submitButton(page).click()
  await expect(page).toHaveTitle('Desktop input click click')

  await page.evaluate(() => window.hidePanel())
  await expect(nameField(page)).toHaveCount(0)
  await page.evaluate(() => window.showPanel())

  await expect(nameField(page)).toBeVisible()
  expect(complaints).toEqual([])
})

test('the size of the text is the agent’s own, not that of the page', async () => {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--blink-settings=defaultFontSize=24'],
  })
  const page = await browser.newPage()
  await openLibraryPage(page, {
    body: '<style>html { font-size: 62.5% }</style><div id="place"></div>',
    script: `mount(document.getElementById('place'), options('Maya'))`,
  })

  await expect(nameField(page)).toHaveCSS('font-size', '21px')
  await expect(submitButton(page)).toHaveCSS('min-block-size', /^48(\.0\d*)?px$/)
  await browser.close()
})

declare global {
  interface Window {
    readonly hidePanel: () => void
    readonly showPanel: () => void
  }
}
