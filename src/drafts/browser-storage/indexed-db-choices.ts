import * as z from 'zod/mini'
import type { Account } from '../account.ts'
import {
  favouritesLimit,
  noChoices,
  recentLimit,
  type Choices,
  type ChoiceStore,
} from '../choices/choices.ts'
import { openRecords } from './indexed-db-records.ts'

/** Choices of an agent who has not used this browser for this time are deleted. */
const choicesKeptMs = 90 * 24 * 3_600_000

/** The stored choices. A later format gets another version number. */
const recordSchema = z.object({
  version: z.literal(1),
  recent: z.array(z.string()),
  favourites: z.array(z.string()),
  usedAt: z.number(),
})

function choicesIn(value: unknown): Choices {
  const { data } = recordSchema.safeParse(value)
  if (!data) return noChoices
  return {
    recent: data.recent.slice(0, recentLimit),
    favourites: data.favourites.slice(0, favouritesLimit),
  }
}

const isOld = (value: unknown, now: number) => {
  const { data } = recordSchema.safeParse(value)
  return data !== undefined && now - data.usedAt >= choicesKeptMs
}

const keyOf = ({ issuer, subject }: Account) => [issuer, subject]

/** Choices in this browser, in a database of their own: `idb-keyval` makes one object store per database. */
export function indexedDbChoices(now: () => number, database: string): ChoiceStore {
  const records = openRecords(`${database}-choices`, 'choices')
  let isSwept = false
  const sweep = async () => {
    isSwept = true
    // Deletes old choices of other accounts too, because those agents may never use this browser again.
    const old = (await records.readAll()).filter(({ value }) => isOld(value, now()))
    await Promise.all(old.map(({ key }) => records.remove(key)))
  }
  return {
    change: async (account, change) => {
      let stored = noChoices
      await records.update(keyOf(account), (value) => {
        stored = change(choicesIn(value))
        return { version: 1, ...stored, usedAt: now() }
      })
      if (!isSwept) void sweep().catch(() => {})
      return stored
    },
    forget: async (account) => {
      await records.remove(keyOf(account))
    },
  }
}
