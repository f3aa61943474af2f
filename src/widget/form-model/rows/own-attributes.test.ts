import { describe, expect, it } from 'vitest'
import { withOverride } from './own-attributes.ts'

const blank = { key: '', value: '' }
const note = { key: 'note', value: 'Call after five' }
const tier = { key: 'tier', value: 'Gold' }

describe('withOverride()', () => {
  it('adds a row after the others', () => {
    expect(withOverride([note], tier)).toEqual({ rows: [note, tier], row: 1 })
  })

  it('fills a blank row', () => {
    expect(withOverride([note, blank, blank], tier)).toEqual({ rows: [note, tier, blank], row: 1 })
  })

  it('fills the row that the organisation has for the key', () => {
    expect(withOverride([blank, { key: 'tier', value: '' }], tier)).toEqual({ rows: [blank, tier], row: 1 })
  })

  it('keeps the lines of a value', () => {
    expect(withOverride([], { key: 'note', value: 'a\r\nb' }).rows).toEqual([{ key: 'note', value: 'a\nb' }])
  })
})
