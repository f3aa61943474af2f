import { describe, expect, it } from 'vitest'
import { timeZoneOf } from '../../core/time/zoned-time.ts'
import { attributeFigures, referenceFigures } from './draft-figures.ts'

const utc = timeZoneOf('UTC')
const nothing = { attributes: [], hiddenBytes: 0 }

describe('referenceFigures()', () => {
  it('counts names and values in UTF-8, and leaves out rows that are not sent', () => {
    const rows = [
      { name: 'Stadt', type: 'STRING', value: 'Köln' },
      { name: '', type: 'URL', value: '' },
    ] as const
    expect(referenceFigures(rows, {}, utc)).toEqual({ count: 1, missingCount: 0, usedBytes: 10 })
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
