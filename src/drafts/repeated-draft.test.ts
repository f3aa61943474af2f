import { expect, it } from 'vitest'
import type { TaskRequest } from '../core/task/task-parts.ts'
import { frontOf } from './desk/desk.ts'
import { openWindow, storeInMemory } from './drafts-harness.ts'
import { entryOf } from './ledger/ledger-entry.ts'
import { isUnwantedRepeat, repeatedBy, wantingRepeat } from './repeated-draft.ts'

const now = new Date('2026-11-23T10:42:00Z')
const request: TaskRequest = {
  name: 'Call back',
  destination: { type: 'flow', flowId: 'f' },
  references: [],
  attributes: [],
}
const other = { ...request, name: 'Send the invoice' }

/** A draft that waits to be sent, and the same task created from another draft meanwhile. */
function waitedTooLong() {
  const { hand } = openWindow({ store: storeInMemory().store, onStore: () => {} })
  const draftId = frontOf(hand.getSnapshot()).id
  hand.ledger.note(entryOf(request, { contactId: 'the-task', scheduledTime: null }, now))
  return { hand, place: { draftId, drafts: hand, now } }
}

it('a task that waited while another draft created the same is not sent unasked', () => {
  const { place } = waitedTooLong()

  expect(repeatedBy(place, request)).toMatchObject({ createdAt: now.getTime() })
  expect(isUnwantedRepeat(place, request)).toBe(true)
})

it('a task that the agent wants once more is sent after it has waited', () => {
  const { hand, place } = waitedTooLong()
  hand.change((desk) => wantingRepeat(desk, place.draftId, repeatedBy(place, request)?.fingerprint ?? ''))

  expect(isUnwantedRepeat(place, request)).toBe(false)
})

it('another task of the same draft needs a question of its own', () => {
  const { hand, place } = waitedTooLong()
  hand.change((desk) => wantingRepeat(desk, place.draftId, repeatedBy(place, request)?.fingerprint ?? ''))
  hand.ledger.note(entryOf(other, { contactId: 'an-invoice', scheduledTime: null }, now))

  expect(isUnwantedRepeat(place, other)).toBe(true)
})

it('a task that no other draft has created is sent after it has waited', () => {
  const { place } = waitedTooLong()

  expect(isUnwantedRepeat(place, other)).toBe(false)
})

it('a draft whose values are gone since it was sent is not sent once more unasked', () => {
  const { hand, place } = waitedTooLong()
  const sent = { draftId: place.draftId, kind: 'task', clientToken: 'sent', firstSentAt: 7 } as const
  hand.change((desk) => ({ ...desk, textless: [sent] }))

  expect(repeatedBy(place, other)).toMatchObject({ createdAt: 7, isSentBefore: true })
  expect(repeatedBy({ ...place, draftId: 'another draft' }, other)).toBeUndefined()
})
