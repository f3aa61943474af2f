import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test'
import { build, preview } from 'vite'
import { findChromium } from '../simulators/find-chromium.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const built = fileURLToPath(new URL('../../dist/bench', import.meta.url))

declare global {
  interface Window {
    paints: number[]
  }
}

export const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN

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
export async function measureScript(page: Page, keys: readonly string[]): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const before = await scriptSeconds(session)
  for (const key of keys) {
    // Sequential, as a person types.
    await page.keyboard.press(key)
    await pause(50)
  }
  const after = await scriptSeconds(session)
  await session.detach()
  return (after - before) * (1_000 / keys.length)
}

/** The time from each keydown to the painted frame, in milliseconds. */
export async function measurePaints(page: Page, keys: readonly string[]): Promise<readonly number[]> {
  await watchPaints(page)
  for (const [index, key] of keys.entries()) {
    // Sequential: the next key follows the paint of the one before.
    await page.keyboard.press(key)
    await page.waitForFunction((count) => window.paints.length >= count, index + 1)
  }
  return page.evaluate(() => window.paints)
}

/** Builds and serves the page of the benchmarks, and opens a browser for it. */
export async function withBenchPage<Result>(
  work: (browser: Browser, url: string) => Promise<Result>,
): Promise<Result> {
  await build({ root: here, logLevel: 'error', build: { outDir: built, emptyOutDir: true } })
  const server = await preview({
    root: here,
    logLevel: 'error',
    build: { outDir: built },
    preview: { host: 'localhost', port: 0, strictPort: false },
  })
  const browser = await chromium.launch({ executablePath: findChromium() })
  const result = await work(browser, server.resolvedUrls?.local[0] ?? '')
  await browser.close()
  await server.close()
  return result
}
