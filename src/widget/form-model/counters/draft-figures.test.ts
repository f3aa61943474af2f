import { describe, expect, it } from 'vitest'
import { timeZoneOf } from '../../../core/time/zoned-time.ts'
import { attributeFigures, referenceFigures } from './draft-figures.ts'

const utc = timeZoneOf('UTC')
const nothing = { attributes: [], hiddenBytes: 0 }

describe('referenceFigures()', () => {
  it('counts names and values in UTF-8, and leaves out rows that are not sent', () => {
    const rows = [
      { name: 'Stadt', type: 'STRING', value: 'Köln' },
      { name: '', type: 'URL', value: '' },
    ] as const
    expect(referenceFigures(rows, {}, utc)).toEqual({
      count: 1,
      missingCount: 0,
      usedBytes: 10,
      largest: [],
    })
  })

  it('counts a date as the text that is sent, not as it was typed', () => {
    const rows = [{ name: 'Due', type: 'DATE', value: '2026-11-27T09:00' }] as const
    const epochSeconds = String(Date.UTC(2026, 10, 27, 9) / 1_000)
    expect(referenceFigures(rows, {}, utc).usedBytes).toBe(`Due${epochSeconds}`.length)
  })

  it('tells a required row without a value from the others', () => {
    const rules = { references: { byName: { Order: { type: 'URL', isRequired: true } } } } as const
    const rows = [{ name: 'Order', type: 'URL', value: ' ' }] as const
    expect(referenceFigures(rows, rules, utc)).toMatchObject({ count: 0, missingCount: 1 })
  })
})

const long = (bytes: number) => 'x'.repeat(bytes)

const referenceOf = (name: string, bytes: number) => ({ name, type: 'STRING' as const, value: long(bytes) })

describe('the largest rows', () => {
  it('are three references, by the bytes of name and value, from 80 % of the budget on', () => {
    const nearlyFull = [
      referenceOf('a', 99),
      referenceOf('', 0),
      referenceOf('b', 3_000),
      referenceOf('c', 149),
      referenceOf('d', 49),
    ]
    const fine = nearlyFull.map((each) => (each.name === 'b' ? referenceOf('b', 2_000) : each))

    expect(
      referenceFigures([{ ...referenceOf('', 0), type: 'URL' }, ...nearlyFull], {}, utc).largest,
    ).toEqual([
      { name: 'b', bytes: 3_001, row: 3 },
      { name: 'c', bytes: 150, row: 4 },
      { name: 'a', bytes: 100, row: 1 },
    ])
    expect(referenceFigures(fine, {}, utc).largest).toEqual([])
  })

  it('are attributes, inherited ones among them, but none that is hidden or overridden', () => {
    const rows = [
      { key: '', value: '' },
      { key: 'note', value: long(20_000) },
      { key: 'tier', value: 'Gold' },
    ]
    const attributes = [
      { key: 'tier', value: long(2_000) },
      { key: 'history', value: long(5_993) },
      { key: 'secret', value: long(5_000) },
    ]
    const rules = { attributes: { byKey: { secret: { isHidden: true } } } }

    expect(attributeFigures(rows, { attributes, hiddenBytes: 0 }, rules).largest).toEqual([
      { name: 'note', bytes: 20_004, row: 1 },
      { name: 'history', bytes: 6_000, row: undefined },
      { name: 'tier', bytes: 8, row: 2 },
    ])
  })
})

describe('attributeFigures()', () => {
  it('adds own and inherited bytes, where an own key replaces the inherited one', () => {
    const rows = [{ key: 'tier', value: 'Gold' }]
    const inherited = {
      attributes: [
        { key: 'tier', value: 'Silver' },
        { key: 'order', value: '42' },
      ],
      hiddenBytes: 0,
    }
    expect(attributeFigures(rows, inherited, {})).toEqual({
      ownCount: 1,
      missingCount: 0,
      ownBytes: 8,
      inheritedCount: 1,
      inheritedBytes: 7,
      hiddenBytes: 0,
      totalBytes: 15,
      largest: [],
    })
  })

  it('counts hidden attributes as bytes, but not as attributes', () => {
    const rules = { attributes: { byKey: { tier: { isHidden: true } } } }
    const inherited = { attributes: [{ key: 'tier', value: 'Gold' }], hiddenBytes: 20 }
    expect(attributeFigures([], inherited, rules)).toMatchObject({
      inheritedCount: 0,
      inheritedBytes: 28,
      hiddenBytes: 28,
    })
  })

  it('counts an attribute that the rules fix, though it has no row', () => {
    const rules = { attributes: { byKey: { source: { default: 'crm', isHidden: true } } } }
    expect(attributeFigures([], nothing, rules)).toMatchObject({ ownCount: 0, ownBytes: 9 })
  })

  it('tells a required row without a value from the others', () => {
    const rules = { attributes: { byKey: { reason: { isRequired: true } } } }
    const rows = [
      { key: 'reason', value: '' },
      { key: 'note', value: 'x' },
    ]
    expect(attributeFigures(rows, nothing, rules)).toMatchObject({ ownCount: 1, missingCount: 1 })
  })
})
