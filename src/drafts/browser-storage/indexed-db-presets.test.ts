import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { Preset } from '../../core/presets/preset.ts'
import { indexedDbPresets } from './indexed-db-presets.ts'
import { openRecords } from './indexed-db-records.ts'

const ana = { issuer: 'https://login.example.com', subject: 'ana' }
const ben = { ...ana, subject: 'ben' }
const refund: Preset = { name: 'Refund', task: { name: 'Refund' } }
const dayMs = 24 * 3_600_000

const same = (stored: readonly Preset[]) => stored

describe('the presets of an agent', () => {
  it('outlive the page, for this account alone', async () => {
    await indexedDbPresets(() => 0, 'a').change(ana, () => [refund])
    const later = indexedDbPresets(() => 0, 'a')
    expect(await later.change(ana, same)).toEqual([refund])
    expect(await later.change(ben, same)).toEqual([])
  })

  it('are parsed: what is no preset is left out, and the others stay', async () => {
    const stored = [{ name: 'Bad', task: { name: '{nobody}' } }, 7, refund, { name: 'Worse', task: { x: 1 } }]
    const record = { version: 1, presets: stored, usedAt: 0 }
    await openRecords('b-presets', 'presets').put([ana.issuer, ana.subject], record)
    expect(await indexedDbPresets(() => 0, 'b').change(ana, same)).toEqual([refund])
  })

  it('of a later version of the panel are left as they are', async () => {
    const records = openRecords('d-presets', 'presets')
    const value = { version: 2, presets: [{ name: 'Refund', steps: [] }] }
    await records.put([ana.issuer, ana.subject], value)
    await expect(indexedDbPresets(() => 0, 'd').change(ana, () => [])).rejects.toThrow('later format')
    expect(await records.readAll()).toEqual([{ key: [ana.issuer, ana.subject], value }])
  })

  it('of an agent who has not come for 90 days are deleted', async () => {
    await indexedDbPresets(() => 0, 'c').change(ana, () => [refund])
    await indexedDbPresets(() => 90 * dayMs, 'c').change(ben, same)
    const records = openRecords('c-presets', 'presets')
    await expect
      .poll(async () => (await records.readAll()).map(({ key }) => key))
      .toEqual([['https://login.example.com', 'ben']])
  })
})
