import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const sheets = ['widget', 'entries'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.css'))
    .map((path) => join(folder, path)),
)

/** Physical properties such as `left` and `width`. `inset-inline-start` and `inline-size` follow the direction of the text. */
const physical =
  /^\s*((margin|padding|border|inset)-(left|right)\b|left:|right:|(min-|max-)?width:|(text-align|float|clear):\s*(left|right)\b)/

it('lays the panel and its pages out by logical sides, so that a right-to-left language mirrors them', () => {
  const found = sheets.flatMap((sheet) =>
    readFileSync(join(root, sheet), 'utf8')
      .split('\n')
      .filter((line) => physical.test(line))
      .map((line) => `${sheet}: ${line.trim()}`),
  )

  expect(sheets.length).toBeGreaterThan(10)
  expect(found).toEqual([])
})

const tokensIn = (paths: readonly string[]) => {
  const found = paths.flatMap(
    (path) => readFileSync(join(root, path), 'utf8').match(/--tasklink-[\w-]+/g) ?? [],
  )
  return [...new Set(found)].toSorted()
}

it('documents every custom property by which a page styles the panel', () => {
  const ofPanel = sheets.filter((sheet) => sheet.startsWith('widget'))
  expect(tokensIn(['entries/README.md'])).toEqual(tokensIn(ofPanel))
})

it('has three sizes of text and two weights', () => {
  const found = sheets
    .filter((sheet) => sheet.startsWith('widget'))
    .flatMap((sheet) => readFileSync(join(root, sheet), 'utf8').match(/font-(size|weight): [^;]+/g) ?? [])

  expect([...new Set(found)].toSorted()).toEqual([
    'font-size: 1em',
    'font-size: medium',
    'font-size: var(--tl-large)',
    'font-size: var(--tl-small)',
    'font-weight: 400',
    'font-weight: 600',
  ])
})
