import type { Browser } from '@playwright/test'
import { measurePaints, measureScript, median, withBenchPage } from './bench-page.ts'

export interface Keystrokes {
  readonly rows: number
  readonly list: 'panel' | 'native'
  /** CPU time of scripts on the main thread for one keystroke, in milliseconds. */
  readonly scriptMs: number
  /** The median time from keydown to the painted frame, in milliseconds. */
  readonly paintMs: number
}

const keys: readonly string[] = Array(40).fill('x')

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
  const scriptMs = await measureScript(page, keys)
  const paintMs = median(await measurePaints(page, keys))
  await page.close()
  return { rows, list, scriptMs, paintMs }
}

/** Types into the middle of a long list of attributes, in turn in the panel's list and in a list of native inputs. */
export const measureKeystrokes = (rowCounts: readonly number[]): Promise<Keystrokes[]> =>
  withBenchPage(async (browser, url) => {
    const measured: Keystrokes[] = []
    for (const rows of rowCounts) {
      for (const list of ['native', 'panel', 'native', 'panel'] as const) {
        // Sequential, because parallel pages would slow each other down.
        measured.push(await typeInto(browser, url, list, rows))
      }
    }
    return measured
  })
