import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withPastedAttributes } from './pasted-attributes.ts'

const blank = { key: '', value: '' }
const tier = { key: 'tier', value: 'Gold' }
const order = { key: 'order', value: '48213' }
const note = { key: 'note', value: 'Call after five' }
const pastedOf = (...rows: readonly (typeof tier)[]) => rows.map(({ key, value }) => ({ name: key, value }))

describe('withPastedAttributes()', () => {
  it('fills the row and those after it', () => {
    const paste = withPastedAttributes([blank], 0, pastedOf(tier, order), {})

    expect(paste).toMatchObject({
      rows: [tier, order],
      pastedCount: 2,
      replacedCount: 0,
      refusedCount: 0,
      lastRow: 1,
    })
  })

  it('fills blank rows, and moves rows with a text down', () => {
    const { rows } = withPastedAttributes([blank, blank, note, blank], 0, pastedOf(tier, order, blank), {})

    expect(rows).toEqual([tier, order, blank, note, blank])
  })

  it('comes after a row with a text', () => {
    expect(withPastedAttributes([note, blank], 0, pastedOf(tier, order), {}).rows).toEqual([
      note,
      tier,
      order,
    ])
  })

  it('replaces the value of the row that has the key', () => {
    const paste = withPastedAttributes([order, blank], 1, pastedOf(tier, { key: 'order', value: '9' }), {})

    expect(paste).toMatchObject({
      rows: [{ key: 'order', value: '9' }, tier],
      pastedCount: 2,
      replacedCount: 1,
    })
  })

  it('keeps both values of a key that the text has twice, so that the complaint about it shows', () => {
    const silver = { key: 'tier', value: 'Silver' }
    const { rows, pastedCount, lastRow, without } = withPastedAttributes(
      [blank],
      0,
      pastedOf(silver, order, tier),
      {},
    )

    expect({ rows, pastedCount, lastRow }).toEqual({
      rows: [silver, order, tier],
      pastedCount: 3,
      lastRow: 2,
    })
    expect(without(rows)).toEqual([blank])
  })

  it('keeps both values beside the row that the first of them replaces', () => {
    const twice = pastedOf({ key: 'tier', value: 'Silver' }, { key: 'tier', value: 'Bronze' })
    const { rows, replacedCount, without } = withPastedAttributes([tier, blank], 1, twice, {})

    expect({ rows, replacedCount }).toEqual({
      rows: [
        { key: 'tier', value: 'Silver' },
        { key: 'tier', value: 'Bronze' },
      ],
      replacedCount: 1,
    })
    expect(without(rows)).toEqual([tier, blank])
  })

  it('has one row for a line that the text has twice', () => {
    expect(withPastedAttributes([blank], 0, pastedOf(tier, tier), {})).toMatchObject({
      rows: [tier],
      pastedCount: 1,
    })
  })

  it('leaves out attributes that the organisation has set, and those that it does not allow', () => {
    const byKey = { tier: { default: 'Silver', isLocked: true }, secret: { isHidden: true }, order: {} }
    const rows = [
      { key: 'tier', value: 'Silver' },
      { key: 'order', value: '' },
    ]
    const pasted = pastedOf(tier, order, { key: 'secret', value: 'x' }, note)
    const paste = withPastedAttributes(rows, 1, pasted, { attributes: { byKey, isLocked: true } })

    expect(paste).toMatchObject({
      rows: [{ key: 'tier', value: 'Silver' }, order],
      pastedCount: 1,
      replacedCount: 1,
      refusedCount: 3,
      lastRow: 1,
    })
  })

  it('can be undone without losing what the agent has typed since', () => {
    const pasted = pastedOf({ key: 'order', value: '9' }, { key: 'note', value: 'x' }, tier)
    const { rows, without } = withPastedAttributes([order, note, blank], 2, pasted, {})
    const typed = rows.map((row) => (row.key === 'note' ? { key: 'note', value: 'mine' } : row))

    expect(without([...typed, blank])).toEqual([order, { key: 'note', value: 'mine' }, blank, blank])
  })

  it('keeps each row of the agent whose key is not pasted, and each pasted value', () => {
    const text = fc.constantFrom<string>('', 'a', 'b', '__proto__', 'c')
    const list = fc.array(fc.record({ key: text, value: text }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(list, list, fc.nat(), (rows, pasted, at) => {
        const pastedKeys = new Set(pasted.map(({ key }) => key).filter(Boolean))
        const isKept = ({ key, value }: typeof tier) => !pastedKeys.has(key) && key + value !== ''
        const paste = withPastedAttributes(rows, at % rows.length, pastedOf(...pasted), {})
        const after = paste.rows
        const nameless = pasted.filter(({ key, value }) => key === '' && value !== '')
        expect(new Set(paste.without(after).map(({ key }) => key))).toEqual(
          new Set(rows.map(({ key }) => key)),
        )

        expect(after).toEqual(expect.arrayContaining(pasted.filter(({ key, value }) => key + value !== '')))
        expect(after.filter(isKept)).toHaveLength(rows.filter(isKept).length + nameless.length)
        expect(after).toEqual(expect.arrayContaining(rows.filter(isKept)))
        expect(new Set(after.map(({ key }) => key).filter(Boolean))).toEqual(
          new Set([...rows.map(({ key }) => key).filter(Boolean), ...pastedKeys]),
        )
      }),
    )
  })
})
