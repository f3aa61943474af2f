import type { Locator, Page } from '@playwright/test'

/** The keyboard and mouse of an agent. They count keys and clicks. */
export interface Hands {
  /** Presses keys. Each chord counts once, also a letter that selects or searches in a list. */
  readonly press: (...chords: readonly string[]) => Promise<void>
  /** Types a text of the task, which does not count. */
  readonly type: (text: string) => Promise<void>
  /** Pastes a text of the task, which does not count. */
  readonly paste: (text: string) => Promise<void>
  readonly click: (control: Locator) => Promise<void>
  /** Chooses a destination by its name: one click opens the list, and one chooses. */
  readonly choose: (list: Locator, name: string) => Promise<void>
  readonly counts: () => { readonly keys: number; readonly clicks: number }
}

/** Keyboard and mouse for a page. Typed texts go where the focus is. */
export function handsOn(page: Page): Hands {
  let keys = 0
  let clicks = 0
  return {
    press: async (...chords) => {
      for (const chord of chords) {
        keys += 1
        await page.keyboard.press(chord)
      }
    },
    type: (text) => page.keyboard.type(text),
    paste: async (text) => {
      await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
      await page.keyboard.press('ControlOrMeta+V')
    },
    click: async (control) => {
      clicks += 1
      await control.click()
    },
    choose: async (list, name) => {
      clicks += 2
      await list.click()
      await list.page().getByRole('option', { name }).first().click()
    },
    counts: () => ({ keys, clicks }),
  }
}
