import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test'
import { build, preview } from 'vite'
import { findChromium } from '../simulators/find-chromium.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const built = fileURLToPath(new URL('../../dist/bench', import.meta.url))

export interface Keystrokes {
  readonly rows: number
  readonly list: 'panel' | 'native'
  /** CPU time of scripts on the main thread for one keystroke, in milliseconds. */
  readonly scriptMs: number
  /** The median time from keydown to the painted frame, in milliseconds. */
  readonly paintMs: number
}

const keys = 40

declare global {
  interface Window {
    paints: number[]
  }
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN

async function scriptSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? NaN
}

/** Records the time from keydown to paint: a message posted in an animation frame arrives after that frame's paint. */
async function watchPaints(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.paints = []
    addEventListener(
      'keydown',
      (event) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => window.paints.push(performance.now() - event.timeStamp))
          port1.start()
          port2.postMessage(undefined)
        })
      },
      { capture: true },
    )
  })
}

/**
 * Measures the script time of keystrokes, without observers in the page, and with time for a few frames after each key.
 * It is thread time, so other load on the machine does not count.
 */
async function measureScript(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const before = await scriptSeconds(session)
  for (let key = 0; key < keys; key += 1) {
    // Sequential, as a person types.
    await page.keyboard.press('x')
    await pause(50)
  }
  const after = await scriptSeconds(session)
  await session.detach()
  return (after - before) * (1_000 / keys)
}

async function measurePaint(page: Page): Promise<number> {
  await watchPaints(page)
  for (let key = 0; key < keys; key += 1) {
    // Sequential: the next key follows the paint of the one before.
    await page.keyboard.press('x')
    await page.waitForFunction((count) => window.paints.length >= count, key + 1)
  }
  return median(await page.evaluate(() => window.paints))
}

async function typeInto(
  browser: Browser,
  url: string,
  list: Keystrokes['list'],
  rows: number,
): Promise<Keystrokes> {
  const page = await browser.newPage({ viewport: { width: 420, height: 800 } })
  await page.goto(`${url}?list=${list}&rows=${rows}`)
  const field = page.getByRole('textbox').nth(rows + 1)
  await field.click()
  await page.keyboard.type('warm up ')
  const scriptMs = await measureScript(page)
  const paintMs = await measurePaint(page)
  await page.close()
  return { rows, list, scriptMs, paintMs }
}

/** Types into the middle of a long list of attributes, in turn in the panel's list and in a list of native inputs. */
export async function measureKeystrokes(rowCounts: readonly number[]): Promise<Keystrokes[]> {
  await build({ root: here, logLevel: 'error', build: { outDir: built, emptyOutDir: true } })
  const server = await preview({
    root: here,
    logLevel: 'error',
    build: { outDir: built },
    preview: { host: 'localhost', port: 0, strictPort: false },
  })
  const browser = await chromium.launch({ executablePath: findChromium() })
  const url = server.resolvedUrls?.local[0] ?? ''
  const measured: Keystrokes[] = []
  for (const rows of rowCounts) {
    for (const list of ['native', 'panel', 'native', 'panel'] as const) {
      // Sequential, because parallel pages would slow each other down.
      measured.push(await typeInto(browser, url, list, rows))
    }
  }
  await browser.close()
  await server.close()
  return measured
}
