import { expect, type Frame, type Page } from '@playwright/test'
import axe from 'axe-core'

declare global {
  interface Window {
    readonly axe: typeof axe
  }
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

// Tall, so that the sticky button covers nothing: axe judges a partly covered control by its visible part.
const height = 4_000
const screens = [
  { width: 320, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
  { width: 1_280, colorScheme: 'light' },
  { width: 1_280, colorScheme: 'dark' },
] as const

/** The violations that axe finds in a document, as readable lines. The CCP's document is excluded. */
export async function complaints(frame: Frame, asked: readonly string[] = rules): Promise<string[]> {
  return frame.evaluate(
    async (tags) => {
      const { violations } = await window.axe.run({
        runOnly: tags,
        iframes: false,
        // axe then names and describes only what it complains about.
        resultTypes: ['violations'],
        selectors: false,
      })
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
    },
    [...asked],
  )
}

/** Only the rules about colours, for a screen that differs only in colours from one that was checked. */
export const colourComplaints = (frame: Frame): Promise<string[]> => complaints(frame, ['color-contrast'])

/** Only the rules about colours and sizes, for a screen of another width. */
export const drawnComplaints = (frame: Frame): Promise<string[]> =>
  complaints(frame, ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'])

/**
 * Expects the page in its current state to be accessible and without horizontal scrolling, narrow and wide, light and
 * dark. With `frame`, only that frame is checked.
 */
export async function expectSoundEverywhere(page: Page, frame: Frame = page.mainFrame()): Promise<void> {
  // Evaluated, because the page's content security policy blocks an added script.
  await frame.evaluate(axe.source)
  const judgements = { light: complaints, dark: colourComplaints } as const
  for (const { width, colorScheme } of screens) {
    // Sequential, because there is one page.
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme })
    const found = await judgements[colorScheme](frame)
    const overflow = await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect({ width, colorScheme, found, overflow }).toEqual({ width, colorScheme, found: [], overflow: 0 })
  }
}
