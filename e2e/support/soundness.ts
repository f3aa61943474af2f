import { expect, type Frame, type Page } from '@playwright/test'
import axe from 'axe-core'

declare global {
  interface Window {
    readonly axe: typeof axe
  }
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

// Tall, so that the button that stays at the bottom covers nothing: axe judges what is half covered by the half that shows.
const screens = [
  { width: 320, height: 4_000, colorScheme: 'light' },
  { width: 320, height: 4_000, colorScheme: 'dark' },
  { width: 1_280, height: 4_000, colorScheme: 'light' },
  { width: 1_280, height: 4_000, colorScheme: 'dark' },
] as const

/** What axe finds wrong with a document, as a person can read it; the CCP's own document is Amazon's affair. */
async function complaints(frame: Frame): Promise<string[]> {
  return frame.evaluate(async (tags) => {
    const { violations } = await window.axe.run({ runOnly: tags, iframes: false })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  }, rules)
}

/**
 * The page as it stands is accessible, and needs no sideways scrolling, narrow and wide, light and dark. Of a page that
 * embeds the panel, the panel's frame alone is judged when it is given.
 */
export async function expectSoundEverywhere(page: Page, frame: Frame = page.mainFrame()): Promise<void> {
  // Evaluated rather than added as a script, which the page's policy rightly refuses.
  await frame.evaluate(axe.source)
  for (const { width, height, colorScheme } of screens) {
    // One screen after the other: they share the page.
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme })
    const found = await complaints(frame)
    const overflow = await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect({ width, colorScheme, found, overflow }).toEqual({ width, colorScheme, found: [], overflow: 0 })
  }
}
