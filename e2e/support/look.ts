import type { Locator, Page } from '@playwright/test'
import { submitButton } from './panel.ts'

/** One element of a panel: its size, and how it is drawn. */
export interface Look {
  readonly element: string
  readonly style: Readonly<Record<string, string>>
}

/** Properties that show whether a rule of the page has arrived. Sizes are logical, so that they hold in both directions. */
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
        const style = Object.fromEntries(names.map((name) => [name, computed.getPropertyValue(name)]))
        // Lines of text break elsewhere in the other direction, so a box in them has no size of its own.
        const box = style['display'] === 'inline' ? '' : `${width.toFixed(2)} × ${height.toFixed(2)}`
        return { element: `${element.localName}.${element.className}`, style: { ...style, box } }
      }),
    properties,
  )

/** How the looks differ from those before, in lines to read. */
export const differences = (before: readonly Look[], after: readonly Look[]): string[] =>
  before.length === after.length
    ? before.flatMap(({ element, style }, index) =>
        Object.entries(style)
          .map(([name, value]) => ({ name, value, now: after[index]?.style[name] }))
          .filter(({ value, now }) => value !== now)
          .map(({ name, value, now }) => `${element}: ${name} was ${value}, is ${now}`),
      )
    : [`there were ${before.length} elements, now there are ${after.length}`]

const colourOf = (element: Locator, property: string) =>
  element.evaluate((found, name) => getComputedStyle(found).getPropertyValue(name), property)

/** The colours of the panel, its text and its button. */
export async function coloursOf(page: Page) {
  const panel = page.getByRole('region', { name: 'New task' })
  return {
    surface: await colourOf(panel, 'background-color'),
    text: await colourOf(panel, 'color'),
    button: await colourOf(submitButton(page), 'background-color'),
  }
}
