import * as z from 'zod/mini'
import { presetSchema } from '../../contract/rules/presets.ts'
import { presetsLimit, type Preset } from '../../core/presets/preset.ts'
import type { PresetStore } from '../presets.ts'
import { openRecords } from './indexed-db-records.ts'

/** The presets of an agent who has not used this browser for this time are deleted. */
const presetsKeptMs = 90 * 24 * 3_600_000

/** The stored presets. A later format gets another version number. */
const recordSchema = z.object({ version: z.literal(1), presets: z.array(z.unknown()), usedAt: z.number() })

/** Another window may run a later version of the panel. Its presets must not be lost. */
const laterSchema = z.object({ version: z.int().check(z.minimum(2)) })

/** The presets that can be read. One unreadable preset does not remove the others. */
const presetsIn = (value: unknown): readonly Preset[] =>
  (recordSchema.safeParse(value).data?.presets ?? [])
    .flatMap((preset) => presetSchema.safeParse(preset).data ?? [])
    .slice(0, presetsLimit)

const isOld = (value: unknown, now: number) => {
  const { data } = recordSchema.safeParse(value)
  return data !== undefined && now - data.usedAt >= presetsKeptMs
}

/** Presets in this browser, in a database of their own: `idb-keyval` makes one object store per database. */
export function indexedDbPresets(now: () => number, database: string): PresetStore {
  const records = openRecords(`${database}-presets`, 'presets')
  let isSwept = false
  const sweep = async () => {
    isSwept = true
    // Deletes old presets of other accounts too, because those agents may never use this browser again.
    const old = (await records.readAll()).filter(({ value }) => isOld(value, now()))
    await Promise.all(old.map(({ key }) => records.remove(key)))
  }
  return {
    change: async ({ issuer, subject }, change) => {
      let stored: readonly Preset[] = []
      await records.update([issuer, subject], (value) => {
        if (laterSchema.safeParse(value).success) throw new Error('The presets have a later format.')
        stored = change(presetsIn(value))
        return { version: 1, presets: [...stored], usedAt: now() }
      })
      if (!isSwept) void sweep().catch(() => {})
      return stored
    },
  }
}
