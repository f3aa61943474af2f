import type { Locator, Page } from '@playwright/test'
import type { Panel } from './panel.ts'

/** One element of a panel with its style and size. `style` is one text, because the browser returns many values slowly. */
export interface Look {
  readonly element: string
  /** Lines `property: value`, always of the same properties. */
  readonly style: string
}

/**
 * Properties that show whether a style of the page has an effect. Sizes are logical, so that they are the same in both
 * directions.
 */
const properties = [
  'display',
  'visibility',
  'inline-size',
  'block-size',
  'margin-block',
  'margin-inline',
  'padding-block',
  'padding-inline',
  'border-block',
  'border-inline',
  'border-start-start-radius',
  'color',
  'background-color',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'line-height',
  'letter-spacing',
  'text-align',
  'text-decoration',
  'text-indent',
  'text-transform',
  'white-space',
  'list-style',
  'box-sizing',
  'box-shadow',
  'cursor',
  'opacity',
  'appearance',
  'outline',
]

/** The looks of the panel and of all elements in it. */
export const looksOf = (panel: Locator): Promise<Look[]> =>
  panel.evaluate(
    (root, names) =>
      [root, ...root.querySelectorAll('*')].map((element) => {
        const computed = getComputedStyle(element)
        const { width, height } = element.getBoundingClientRect()
        // Lines break differently in the other direction, so the size of an inline box is not compared.
        const box = computed.display === 'inline' ? '' : `${width.toFixed(2)} × ${height.toFixed(2)}`
        const style = [...names.map((name) => `${name}: ${computed.getPropertyValue(name)}`), `box: ${box}`]
        return { element: `${element.localName}.${element.className}`, style: style.join('\n') }
      }),
    properties,
  )

/** The differences between two looks, as readable lines. */
export const differences = (before: readonly Look[], after: readonly Look[]): string[] =>
  before.length === after.length
    ? before.flatMap(({ element, style }, index) => {
        const now = after[index]?.style.split('\n')
        return style
          .split('\n')
          .map((was, line) => ({ was, is: now?.[line] }))
          .filter(({ was, is }) => was !== is)
          .map(({ was, is }) => `${element}: was ${was}, is ${is}`)
      })
    : [`there were ${before.length} elements, now there are ${after.length}`]

const colourOf = (element: Locator, property: string) =>
  element.evaluate((found, name) => getComputedStyle(found).getPropertyValue(name), property)

/** The filled button of a panel whose proxy does not answer: “Create task” steps back behind it. */
export const retryButton = (panel: Panel) => panel.getByRole('button', { name: 'Try again' })

/** The colours of a panel whose proxy does not answer, of its text and of its filled button. */
export async function coloursOf(page: Page) {
  const panel = page.getByRole('region', { name: 'New task' })
  return {
    surface: await colourOf(panel, 'background-color'),
    text: await colourOf(panel, 'color'),
    button: await colourOf(retryButton(page), 'background-color'),
  }
}
