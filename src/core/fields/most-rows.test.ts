import { expect, it } from 'vitest'
import { attributesByteLength, attributesRowLimit } from './attributes/attribute-budget.ts'
import { attributesByteLimit } from './attributes/attribute.ts'
import { mostRows } from './most-rows.ts'
import { referencesRowLimit } from './references/reference-budget.ts'

it.each([
  [0, 0],
  [1, 1],
  [2, 2],
  [3, 2],
  [10, 6],
  [12, 6],
  [13, 7],
])('in %d bytes, with keys of two different characters, there is room for %d rows', (byteLimit, rows) => {
  expect(mostRows({ byteLimit, keyUnits: 2, valueBytes: 0 })).toBe(rows)
})

it('counts the attributes and references of a task that has as many as Connect takes', () => {
  expect([attributesRowLimit, referencesRowLimit]).toEqual([12_330, 1_408])
})

const keyCharacters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')

/** The different keys, the shortest first. */
function* keys(): Generator<string> {
  let shorter = ['']
  for (;;) {
    shorter = shorter.flatMap((key) => keyCharacters.map((character) => key + character))
    yield* shorter
  }
}

it('lets all attributes through that fit into Connect’s bytes, and not one more', () => {
  const all = keys()
  const attributes = Array.from({ length: attributesRowLimit }, () => ({
    key: String(all.next().value),
    value: '',
  }))
  const one = { key: String(all.next().value), value: '' }

  expect(attributesByteLength(attributes)).toBeLessThanOrEqual(attributesByteLimit)
  expect(attributesByteLength([...attributes, one])).toBeGreaterThan(attributesByteLimit)
})
