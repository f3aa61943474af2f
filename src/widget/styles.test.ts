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

/** Sides and sizes of the screen. `inset-inline-start` and `inline-size` follow the direction of the words instead. */
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
