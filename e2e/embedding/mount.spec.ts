import { expect, test, type CDPSession, type Page } from '@playwright/test'
import { openLibraryPage } from '../support/library-page.ts'
import { linkedContact, nameField, submitButton, type Panel } from '../support/panel.ts'

/** The entries of dist/lib for pages without React. */

const title = (panel: Panel) => panel.getByRole('heading', { name: 'New task' })

/** Makes long timers fire at once: TanStack Query keeps unused data for five minutes. */
function hurryLongTimers(): void {
  const setTimeoutOfPage = window.setTimeout
  Reflect.set(window, 'setTimeout', (callback: () => void, ms = 0) =>
    setTimeoutOfPage(callback, ms > 60_000 ? 0 : ms),
  )
}

/** Counts the listeners on window and document, starting before the first script. */
function countListeners(): void {
  const listeners = new Set<string>()
  // Weak, so that counting keeps no listener alive.
  const ids = new WeakMap<object, number>()
  let lastId = 0
  const idOf = (listener: object | null) => {
    if (!listener) return 0
    const id = ids.get(listener) ?? (lastId += 1)
    ids.set(listener, id)
    return id
  }
  type Given = Parameters<EventTarget['addEventListener']>
  const keyOf = (name: string, [type, listener, options]: Given) => {
    const isCapture = typeof options === 'object' ? options.capture === true : options === true
    return `${name} ${type} ${idOf(listener)} ${isCapture}`
  }
  const targets: Readonly<Record<string, EventTarget>> = { window, document }
  for (const [name, target] of Object.entries(targets)) {
    const add = target.addEventListener.bind(target)
    const remove = target.removeEventListener.bind(target)
    Reflect.set(target, 'addEventListener', (...given: Given) => {
      listeners.add(keyOf(name, given))
      add(...given)
    })
    Reflect.set(target, 'removeEventListener', (...given: Given) => {
      listeners.delete(keyOf(name, given))
      remove(...given)
    })
  }
  Reflect.set(window, 'listenersNow', () => [...listeners].toSorted())
}

interface Left {
  readonly listeners: readonly string[]
  readonly nodes: number
  readonly heapBytes: number
}

async function leftIn(page: Page, devTools: CDPSession): Promise<Left> {
  const listeners = await page.evaluate(() => window.listenersNow())
  await devTools.send('HeapProfiler.collectGarbage')
  const { nodes } = await devTools.send('Memory.getDOMCounters')
  const { usedSize } = await devTools.send('Runtime.getHeapUsage')
  return { listeners, nodes, heapBytes: usedSize }
}

/** The DOM nodes that 100 panels together may leave behind: fewer than a few panels have. */
const nodesAllowed = 300
const heapBytesAllowed = 1_000_000

for (const [way, script] of Object.entries({
  'mounting and unmounting the panel': `
    const place = document.getElementById('place')
    window.showAndRemove = async () => {
      const panel = mount(place, options('Maya'))
      await painted()
      if (!place.querySelector('input')) throw new Error('There was no panel.')
      panel.unmount()
      await painted()
    }`,
  'adding and removing the element': `
    customElements.define('tasklink-panel', TasklinkPanelElement)
    const place = document.getElementById('place')
    window.showAndRemove = async () => {
      const panel = document.createElement('tasklink-panel')
      panel.options = options('Maya')
      place.append(panel)
      await painted()
      if (!panel.shadowRoot.querySelector('input')) throw new Error('There was no panel.')
      panel.remove()
      await painted()
    }`,
})) {
  test(`${way} 100 times leaves no listeners and no nodes behind`, async ({ page }) => {
    test.slow()
    await page.addInitScript(countListeners)
    await page.addInitScript(hurryLongTimers)
    await openLibraryPage(page, {
      body: '<div id="place"></div>',
      script: `${script}
        // React renders in later tasks; after two frames it has finished.
        const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))
        // The first panel of a page waits for its words; every later one is drawn at once.
        const first = mount(place, options('Maya'))
        while (!place.querySelector('input')) await painted()
        first.unmount()
        await painted()
        document.title = 'Ready'`,
    })
    await expect(page).toHaveTitle('Ready')
    const devTools = await page.context().newCDPSession(page)
    const repeat = (times: number) =>
      page.evaluate(async (count) => {
        // Sequential, as an agent opens and closes the panel.
        for (let shown = 0; shown < count; shown += 1) await window.showAndRemove()
      }, times)
    // Warm up: some things are created once, such as code that is compiled at its first run.
    await repeat(20)
    const before = await leftIn(page, devTools)

    await repeat(100)

    const after = await leftIn(page, devTools)
    expect(after.listeners).toEqual(before.listeners)
    expect(after.nodes - before.nodes).toBeLessThan(nodesAllowed)
    expect(after.heapBytes - before.heapBytes).toBeLessThan(heapBytesAllowed)
    await expect(title(page)).toHaveCount(0)
  })
}

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
      document.head.insertAdjacentHTML('beforeend', '<link rel="stylesheet" href="/library/tasklink.css">')
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
  await expect(submitButton(page)).toHaveCSS('background-color', 'rgb(11, 92, 173)')

  expect(await looks()).toEqual(before)
})

test('the page’s custom properties style the element, its other styles do not', async ({ page }) => {
  await openLibraryPage(page, {
    body: `<style>
        :root { --tasklink-accent: rgb(122, 31, 122); --tasklink-radius: 0px }
        button, input, h2 { color: red !important; border-radius: 30px !important }
      </style>
      <tasklink-panel></tasklink-panel>`,
    script: `
      customElements.define('tasklink-panel', TasklinkPanelElement)
      document.querySelector('tasklink-panel').options = options('Maya')`,
  })

  await expect(submitButton(page)).toHaveCSS('background-color', 'rgb(122, 31, 122)')
  await expect(submitButton(page)).toHaveCSS('border-radius', '0px')
  await expect(title(page)).toHaveCSS('color', 'rgb(22, 25, 31)')
})

test('the element has the direction of its page, and names the language of its words', async ({ page }) => {
  await openLibraryPage(page, {
    html: '<html lang="he" dir="rtl">',
    body: '<tasklink-panel></tasklink-panel>',
    script: `
      customElements.define('tasklink-panel', TasklinkPanelElement)
      document.querySelector('tasklink-panel').options = options('Maya')`,
  })

  const panel = page.getByRole('region', { name: 'New task' })
  await expect(panel).toHaveCSS('direction', 'rtl')
  await expect(panel).toHaveAttribute('lang', 'en')
})

test('Enter in a field of the element keeps the focus', async ({ page }) => {
  await openLibraryPage(page, {
    body: '<tasklink-panel></tasklink-panel>',
    script: `
      customElements.define('tasklink-panel', TasklinkPanelElement)
      document.querySelector('tasklink-panel').options = options('Maya')`,
  })
  await nameField(page).press('Enter')

  await expect(page.getByRole('region', { name: /^Correct \d+ things?/ })).toBeVisible()
  await expect(submitButton(page)).not.toBeFocused()
})

declare global {
  interface Window {
    readonly listenersNow: () => readonly string[]
    readonly showAndRemove: () => Promise<void>
    readonly showOthers: () => void
    readonly showPanel: () => void
    readonly signOut: () => void
  }
}
