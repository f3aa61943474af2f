import type { Page } from '@playwright/test'

/** Texts that a state should not show. */
export interface PoorWords {
  /** Sentences and buttons that notices show twice at the same time. */
  readonly saidTwice: readonly string[]
  /** Technical values, such as `undefined` or an ISO date. */
  readonly rawValues: readonly string[]
}

/** Looks at the notices of the foot and at the card of a created task. A complaint about fields may stand at several of them. */
export const poorWords = (page: Page): Promise<PoorWords> =>
  page.evaluate(() => {
    const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
    // Defined inside, because the whole function runs in the page.
    // oxlint-disable-next-line unicorn/consistent-function-scoping
    const isSeen = (element: Element) => {
      const { width, height } = element.getBoundingClientRect()
      return element.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1
    }
    const textsOf = (selector: string) =>
      roots
        .flatMap((root) => Array.from(root.querySelectorAll<HTMLElement>(selector)))
        .filter(isSeen)
        .map(({ innerText }) => innerText.trim())
    const notices = ':is(.tl-foot-notices, .tl-created)'
    const sentences = textsOf(`${notices} :is(p, h3, .tl-short > div:first-child:not(:has(p)))`)
      .flatMap((text) => text.split(/(?<=[.!?…])\s+/))
      .filter((sentence) => sentence.includes(' '))
    const said = [...sentences, ...textsOf(`${notices} button:not([aria-label], p > button)`)].filter(Boolean)
    const raw = /\b(?:true|false|null|undefined|NaN)\b|\[object/
    return {
      saidTwice: said.filter((text, index) => said.indexOf(text) !== index),
      rawValues: textsOf('.tl-panel :is(p, li, dd, span, bdi, button, option)').filter((text) =>
        raw.test(text),
      ),
    }
  })
