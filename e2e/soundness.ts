import { expect, type Page } from '@playwright/test'
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

/** What axe finds wrong with the page, as a person can read it; the CCP's own document is Amazon's affair. */
async function complaints(page: Page): Promise<string[]> {
  return page.evaluate(async (tags) => {
    const { violations } = await window.axe.run({ runOnly: tags, iframes: false })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  }, rules)
}

/** The page as it stands is accessible, and needs no sideways scrolling, narrow and wide, light and dark. */
export async function expectSoundEverywhere(page: Page): Promise<void> {
  // Evaluated rather than added as a script, which the page's policy rightly refuses.
  await page.evaluate(axe.source)
  for (const { width, height, colorScheme } of screens) {
    // One screen after the other: they share the page.
    /* oxlint-disable no-await-in-loop */
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme })
    const found = await complaints(page)
    const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth)
    /* oxlint-enable no-await-in-loop */
    expect({ width, colorScheme, found, scrollWidth }).toEqual({
      width,
      colorScheme,
      found: [],
      scrollWidth: width,
    })
  }
}
