import type { Browser } from '@playwright/test'
import { measurePaints, measureScript, median, withBenchPage } from './bench-page.ts'

export interface ChoiceSpeed {
  readonly list: 'search' | 'select'
  /** CPU time of scripts for one letter, in milliseconds. */
  readonly scriptMs: number
  /** The median time from a letter to the painted frame, in milliseconds. */
  readonly letterMs: number
  /** The same until the open list is painted. A browser draws an open select outside the page, where it cannot be measured. */
  readonly openMs: number | undefined
}

const times = (count: number, keys: readonly string[]) => Array.from({ length: count }, () => keys).flat()

/** Letters that find hundreds of entries, then fewer, and none of them again. */
const letters = times(4, [...Array.from('returns'), 'Control+a'])

const openings = times(10, ['Alt+ArrowDown', 'Escape'])

async function choose(browser: Browser, url: string, list: ChoiceSpeed['list']): Promise<ChoiceSpeed> {
  const page = await browser.newPage({ viewport: { width: 420, height: 800 } })
  await page.goto(`${url}?list=${list}`)
  const field = page.getByLabel('Who should do it?')
  if (list === 'search') {
    await field.click()
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Escape')
  }
  await field.focus()
  const opened = list === 'search' ? await measurePaints(page, openings) : []
  const openMs = median(opened.filter((_, index) => index % 2 === 0))
  const letterMs = median(await measurePaints(page, letters))
  const scriptMs = await measureScript(page, letters)
  await page.close()
  return { list, scriptMs, letterMs, openMs: list === 'search' ? openMs : undefined }
}

/** Finds one of 1,200 destinations, in turn in the panel's search and in a native select. */
export const measureChoices = (): Promise<ChoiceSpeed[]> =>
  withBenchPage(async (browser, url) => {
    const measured: ChoiceSpeed[] = []
    for (const list of ['select', 'search', 'select', 'search'] as const) {
      // Sequential, because parallel pages would slow each other down.
      measured.push(await choose(browser, url, list))
    }
    return measured
  })
