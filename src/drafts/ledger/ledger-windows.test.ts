import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import { emptyDraft } from '../../core/task/task-draft.ts'
import { indexedDbDrafts } from '../browser-storage/indexed-db-drafts.ts'
import { createDraftsAtHand } from '../drafts-at-hand.ts'
import type { LedgerEntry } from './ledger-entry.ts'

const ana = { issuer: 'https://id.example', subject: 'ana' }
const entry: LedgerEntry = { kind: 'task', contactId: 'new-task', linkedContactId: 'call', createdAt: 1 }

/** A window of this browser, once it has read its storage. */
async function openWindow(subject = ana.subject) {
  const store = indexedDbDrafts(() => 1, 'ledger-windows')
  const drafts = createDraftsAtHand({ store, blank: emptyDraft, onStore: () => {} })
  drafts.open({ ...ana, subject })
  await drafts.withSaved(({ follow }) => follow())
  return { drafts, results: () => drafts.ledger.getSnapshot() }
}

test('a window knows at once that another one has stopped a task or changed its time', async () => {
  const [one, other, bens] = [await openWindow(), await openWindow(), await openWindow('ben')]

  one.drafts.ledger.note(entry)
  await vi.waitFor(() => expect(other.results()).toEqual([entry]))
  one.drafts.ledger.note({ ...entry, scheduledAt: 5 })
  await vi.waitFor(() => expect(other.results()).toEqual([{ ...entry, scheduledAt: 5 }]))
  one.drafts.ledger.note({ ...entry, scheduledAt: 5, endedAt: 2 })
  await vi.waitFor(() => expect(other.results()).toEqual([{ ...entry, scheduledAt: 5, endedAt: 2 }]))

  expect(bens.results()).toEqual([])
  for (const { drafts } of [one, other, bens]) drafts.clear()
})

test('a window of an agent who has signed out hears nothing any more', async () => {
  const [one, other] = [await openWindow(), await openWindow()]

  other.drafts.clear()
  one.drafts.ledger.note({ ...entry, contactId: 'later' })
  const third = await openWindow()
  await vi.waitFor(() => expect(third.results()).toHaveLength(2))

  expect(other.results()).toEqual([])
  for (const { drafts } of [one, third]) drafts.clear()
})
