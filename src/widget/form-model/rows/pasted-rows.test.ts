import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PastedRow } from './pasted-row.ts'
import { lineWithoutPair, pastedRows } from './pasted-rows.ts'
import { rowsText } from './rows-text.ts'

const emptyRow = { field: 'name', isRowEmpty: true } as const
const valueOfEmptyRow = { field: 'value', isRowEmpty: true } as const
const valueOfNamedRow = { field: 'value', isRowEmpty: false } as const
const nameOfFilledRow = { field: 'name', isRowEmpty: false } as const

const tierAndOrder = [
  { name: 'tier', value: 'Gold' },
  { name: 'order', value: '48213' },
]

describe('a block of spreadsheet cells', () => {
  it('is a row for each line, also where Windows has copied it', () => {
    expect(pastedRows('tier\tGold\r\norder\t48213\r\n', emptyRow)).toEqual(tierAndOrder)
  })

  it('keeps line breaks, tabs and quotes of a quoted cell', () => {
    expect(pastedRows('note\t"She said ""no"".\r\nCall\tback"\ntier\tGold', emptyRow)).toEqual([
      { name: 'note', value: 'She said "no".\nCall\tback' },
      { name: 'tier', value: 'Gold' },
    ])
  })

  it.each(['"', '"half', '"in" the middle', 'at the end"', '5" pipe'])(
    'takes the cell %s as it is',
    (cell) => {
      expect(pastedRows(`note\t${cell}\ntier\tGold`, emptyRow)?.[0]).toEqual({ name: 'note', value: cell })
    },
  )

  it('leaves out blank lines and blank rows', () => {
    expect(pastedRows('\t\n\ntier\tGold\n\t\norder\t48213\n\t\n\n', emptyRow)).toEqual(tierAndOrder)
  })

  it('keeps a row with a name alone, and one with a value alone', () => {
    expect(pastedRows('tier\t\n\t48213', emptyRow)).toEqual([
      { name: 'tier', value: '' },
      { name: '', value: '48213' },
    ])
  })

  it('reads a row of headings above one row of values', () => {
    expect(pastedRows('tier\torder\tcity\nGold\t48213\tKöln', emptyRow)).toEqual([
      ...tierAndOrder,
      { name: 'city', value: 'Köln' },
    ])
  })

  it.each(['tier;Gold\norder;48213', 'tier, Gold\norder, 48213\n', 'Field;Value\ntier;Gold\norder;48213'])(
    'reads two columns of an exported file in the name of an empty row: %j',
    (text) => {
      expect(pastedRows(text, emptyRow)).toEqual(tierAndOrder)
      expect(pastedRows(text, valueOfEmptyRow)).toBeUndefined()
      expect(pastedRows('Smith, John', emptyRow)).toBeUndefined()
      expect(pastedRows('tier;Gold\norder;48213;open', emptyRow)).toBeUndefined()
    },
  )

  it.each(['Key\tValue', 'name\tvalue', 'Field\tValue'])(
    'leaves out the headings of the two columns: %j',
    (headings) => {
      expect(pastedRows(`${headings}\ntier\tGold\norder\t48213`, emptyRow)).toEqual(tierAndOrder)
      expect(pastedRows(headings, emptyRow)).toHaveLength(1)
    },
  )

  it('joins further columns to the value, so that nothing is lost', () => {
    expect(pastedRows('street\tMain St.\t5\t\ncity\tKöln\t\t\nzip\t50667\t\t', emptyRow)).toEqual([
      { name: 'street', value: 'Main St. 5' },
      { name: 'city', value: 'Köln' },
      { name: 'zip', value: '50667' },
    ])
  })

  it('is an ordinary text where a line has one cell', () => {
    expect(pastedRows('tier\tGold\nand a sentence', emptyRow)).toBeUndefined()
  })
})

describe('JSON', () => {
  it('is a row for each member of an object', () => {
    expect(pastedRows(' {\n  "tier": "Gold",\n  "order": "48213"\n}\n', emptyRow)).toEqual(tierAndOrder)
  })

  it.each([
    '[{"key":"tier","value":"Gold"},{"value":"48213","key":"order"}]',
    '[{"name":"tier","type":"STRING","value":"Gold"},{"name":"order","value":48213}]',
    '[{"Key":"tier","Value":"Gold"},{"Key":"order","Value":"48213"}]',
  ])('is a row for each pair of an array: %s', (text) => {
    expect(pastedRows(text, emptyRow)).toEqual(tierAndOrder)
  })

  it('keeps every digit of a number', () => {
    expect(pastedRows('{"order":12345678901234567890,"price":15.50}', emptyRow)).toEqual([
      { name: 'order', value: '12345678901234567890' },
      { name: 'price', value: '15.50' },
    ])
  })

  it('writes a nested value as JSON, true as a word, and null as an empty text', () => {
    expect(pastedRows('{"items": [1.0, {"a": "b, c"}], "isNew": true, "note": null}', emptyRow)).toEqual([
      { name: 'items', value: '[1.0,{"a":"b, c"}]' },
      { name: 'isNew', value: 'true' },
      { name: 'note', value: '' },
    ])
  })

  it('is an ordinary text in the value of a row with a name', () => {
    expect(pastedRows('{"tier":"Gold"}', valueOfNamedRow)).toBeUndefined()
    expect(pastedRows('{"tier":"Gold"}', valueOfEmptyRow)).toEqual([{ name: 'tier', value: 'Gold' }])
  })

  it.each(['{}', '[]', '["a","b"]', '[1]', '{"a":', '[{"a":1}]', '"text"', '42', '{a: 1}'])(
    'that has no pairs is an ordinary text: %s',
    (text) => expect(pastedRows(text, emptyRow)).toBeUndefined(),
  )

  it('is read as JSON.parse reads it', () => {
    const object = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), {
      minKeys: 1,
    })
    fc.assert(
      fc.property(object, fc.integer({ min: 0, max: 2 }), (members, indent) => {
        const expected = Object.entries(members).filter(([name, value]) => name !== '' || value.trim() !== '')
        const rows = pastedRows(JSON.stringify(members, null, indent), emptyRow)
        expect(rows ?? []).toEqual(
          expected.map(([name, value]) => ({ name, value: value.replaceAll(/\r\n?/g, '\n') })),
        )
      }),
    )
  })
})

describe('lines', () => {
  it.each([
    'tier=Gold\norder=48213',
    'tier = Gold\r\n\r\norder = 48213\r\n',
    'tier: Gold\norder: 48213',
    '  tier:\tGold\norder=48213\n',
  ])('with names and values are rows: %j', (text) => {
    expect(pastedRows(text, emptyRow)).toEqual(tierAndOrder)
    expect(pastedRows(text, valueOfNamedRow)).toEqual(tierAndOrder)
  })

  it('keep everything after the first separator', () => {
    expect(pastedRows('query=a=b\nlink: https://example.com/?a=b\nempty=', emptyRow)).toEqual([
      { name: 'query', value: 'a=b' },
      { name: 'link', value: 'https://example.com/?a=b' },
      { name: 'empty', value: '' },
    ])
  })

  it.each([
    'https://example.com/?a=b',
    'https://example.com/?a=b\nhttps://example.com/?c=d',
    'mailto:maya@example.com',
    '10:30\n11:30',
    'tier=Gold\nand a sentence',
    'Dear agent,\nplease note: call back',
    'if (a == b) return',
    'dGVzdA==',
    '<p class="a">text</p>',
    'a&b=c',
    'Note:',
    '',
    '\n\n',
  ])('of another shape are an ordinary text: %j', (text) => {
    expect(pastedRows(text, emptyRow)).toBeUndefined()
  })
})

describe('a single line', () => {
  it.each(['Order: 48213', 'Order=48213', 'Order\t48213'])('fills an empty row: %j', (text) => {
    expect(pastedRows(text, emptyRow)).toEqual([{ name: 'Order', value: '48213' }])
  })

  it.each([valueOfEmptyRow, valueOfNamedRow, nameOfFilledRow])(
    'is an ordinary text elsewhere: %j',
    (place) => {
      expect(pastedRows('Order: 48213', place)).toBeUndefined()
      expect(pastedRows('Order=48213', place)).toBeUndefined()
    },
  )

  it('with a tab is an ordinary text only in the value of a row with a name', () => {
    expect(pastedRows('Order\t48213', valueOfNamedRow)).toBeUndefined()
    expect(pastedRows('Order\t48213', valueOfEmptyRow)).toHaveLength(1)
    expect(pastedRows('Order\t48213', nameOfFilledRow)).toHaveLength(1)
  })
})

describe('lineWithoutPair()', () => {
  it.each([
    ['tier\tGold\r\norder 48213\r\ncity\tKöln', { line: 2, hasTabs: true }],
    ['tier=Gold\n\nand a sentence', { line: 3, hasTabs: false }],
    ['Dear agent,\nplease call back', { line: 1, hasTabs: false }],
  ])('names the line that kept %j from becoming rows', (text, expected) => {
    expect(lineWithoutPair(text, emptyRow)).toEqual(expected)
  })

  it('finds none in a single line, which belongs into the field', () => {
    expect(lineWithoutPair('order 48213\n', emptyRow)).toBeUndefined()
  })

  it('leaves sentences alone in a value, and everything in the value of a row with a name', () => {
    expect(lineWithoutPair('Dear agent,\nplease call back', valueOfEmptyRow)).toBeUndefined()
    expect(lineWithoutPair('tier\tGold\norder 48213', valueOfEmptyRow)?.line).toBe(2)
    expect(lineWithoutPair('tier\tGold\norder 48213', valueOfNamedRow)).toBeUndefined()
  })
})

it.each([
  '__proto__\tplain',
  '{"__proto__":"plain"}',
  '[{"name":"__proto__","value":"plain"}]',
  '__proto__=plain',
])('a row named __proto__ is an ordinary row: %s', (text) => {
  expect(pastedRows(text, emptyRow)).toEqual([{ name: '__proto__', value: 'plain' }])
})

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('"', '\t', '\n', 'a', '{', '}', '[', ':', '=', ',', ' ') }),
  fc.json(),
)

const row: fc.Arbitrary<PastedRow> = fc
  .record({
    name: cell.map((text) => text.trim()),
    value: cell.map((text) => text.replaceAll(/\r\n?/g, '\n')),
  })
  .filter(({ name, value }) => name !== '' || value.trim() !== '')

describe('rowsText()', () => {
  it('writes rows that are the same rows when they are pasted, on Windows too', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const text = rowsText(rows)
        expect(pastedRows(text, emptyRow)).toEqual(rows)
        expect(pastedRows(text.replaceAll('\n', '\r\n'), emptyRow)).toEqual(rows)
      }),
      { numRuns: 200 },
    )
  })
})

const piece = fc.constantFrom(
  ...Array.from('{}[]":,\t\n\r ='),
  'a',
  'é',
  '\u2028',
  '\ud83d',
  '""',
  '"key"',
  '"value"',
  'null',
)

it('a text of any kind is read without an error, and never as an empty list', () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
      (text) => {
        const rows = pastedRows(text, emptyRow)
        expect(rows).not.toEqual([])
      },
    ),
  )
})

it.each([
  ['quotes', '"\t'.repeat(200_000)],
  ['doubled quotes', `a\t${'""'.repeat(200_000)}`],
  ['spaces', `${' '.repeat(400_000)}=`],
  ['line breaks', `${'\n'.repeat(400_000)}x`],
  ['brackets', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['a long JSON text', `{"a":"${'\\n'.repeat(200_000)}"}`],
])('a very long text of %s is read before the test times out', (_kind, text) => {
  expect(() => pastedRows(text, emptyRow)).not.toThrow()
})
