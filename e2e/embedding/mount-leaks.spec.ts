import { expect, type CDPSession, type Page } from '@playwright/test'
import { openLibraryPage } from '../support/library-page.ts'
import { type Panel } from '../support/panel.ts'
import { test } from '../support/worker.ts'

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
      if (!place.firstElementChild.shadowRoot.querySelector('input')) throw new Error('There was no panel.')
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
        while (!place.firstElementChild?.shadowRoot?.querySelector('input')) await painted()
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

declare global {
  interface Window {
    readonly listenersNow: () => readonly string[]
    readonly showAndRemove: () => Promise<void>
    readonly showOthers: () => void
    readonly showPanel: () => void
    readonly signOut: () => void
  }
}
