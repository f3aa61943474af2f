import { describe, expect, it } from 'vitest'
import { withDraft } from './desk/desk-changes.ts'
import { frontOf } from './desk/desk.ts'
import { openWindow, storeInMemory } from './drafts-harness.ts'
import { entryOf } from './ledger/ledger-entry.ts'
import { unwantedRepeat, repeatedBy, wantingRepeat } from './repeated-draft.ts'
import { draftKinds, requestSaying } from './kinds-harness.ts'
import { requestFingerprint } from './same-request.ts'

const now = new Date('2026-11-23T10:42:00Z')
describe.each(draftKinds)('a %s', (kind) => {
  const request = requestSaying(kind, 'Call back')
  const other = requestSaying(kind, 'Send the invoice')

  /** A draft waits to be sent, and meanwhile another draft creates the same task. */
  function waitedTooLong() {
    const { hand } = openWindow({ store: storeInMemory().store, onStore: () => {} })
    hand.switchKind(kind)
    const draftId = frontOf(hand.getSnapshot()).id
    hand.ledger.note(entryOf(request, { contactId: 'the-first' }, now))
    return { hand, place: { draftId, drafts: hand, now } }
  }

  it('that waited while another draft sent the same is not sent unasked', () => {
    const { place } = waitedTooLong()

    expect(repeatedBy(place, request)).toMatchObject({ createdAt: now.getTime() })
    expect(unwantedRepeat(place, request)).toBeDefined()
  })

  it('that the agent wants once more is sent after it has waited', () => {
    const { hand, place } = waitedTooLong()
    hand.change((desk) => wantingRepeat(desk, place.draftId, repeatedBy(place, request)?.fingerprint ?? ''))

    expect(unwantedRepeat(place, request)).toBeUndefined()
  })

  it('with another text in the same draft needs a question of its own', () => {
    const { hand, place } = waitedTooLong()
    hand.change((desk) => wantingRepeat(desk, place.draftId, repeatedBy(place, request)?.fingerprint ?? ''))
    hand.ledger.note(entryOf(other, { contactId: 'the-other' }, now))

    expect(unwantedRepeat(place, other)).toBeDefined()
  })

  it('that no other draft has sent is sent after it has waited', () => {
    const { place } = waitedTooLong()

    expect(unwantedRepeat(place, other)).toBeUndefined()
  })

  it('whose values are gone since it was sent is not sent once more unasked', () => {
    const { hand, place } = waitedTooLong()
    const sent = { draftId: place.draftId, kind, clientToken: 'sent', firstSentAt: 7 }
    hand.change((desk) => ({ ...desk, textless: [sent] }))

    expect(repeatedBy(place, other)).toMatchObject({ createdAt: 7, isSentBefore: true })
    expect(repeatedBy({ ...place, draftId: 'another draft' }, other)).toBeUndefined()
  })

  it('is asked about within ten minutes', () => {
    const { hand, place } = waitedTooLong()
    const later = (minutes: number) => ({
      ...place,
      drafts: hand,
      now: new Date(now.getTime() + minutes * 60_000),
    })

    expect(repeatedBy(later(9), request)).toMatchObject({ createdAt: now.getTime() })
    expect(repeatedBy(later(10), request)).toBeUndefined()
  })

  it.each([
    { which: 'another window', as: 'createdBefore' },
    { which: 'an earlier attempt', as: 'found' },
  ])(
    'that $which has created from the draft is not sent unasked when the agent edits back to its text, even days later',
    ({ as }) => {
      const { hand, place } = waitedTooLong()
      const before = entryOf(request, { contactId: 'the-first' }, now)
      const known =
        as === 'found' ? { found: [{ task: before, clientToken: 'sent' }] } : { createdBefore: before }
      hand.change((desk) => withDraft(desk, place.draftId, (draft) => ({ ...draft, ...known })))
      const daysLater = { ...place, now: new Date(now.getTime() + 8 * 24 * 3_600_000) }

      expect(repeatedBy(daysLater, request)).toMatchObject({ createdAt: now.getTime(), isOfDraft: true })
      expect(repeatedBy(daysLater, other)).toBeUndefined()
    },
  )

  it('that another window has sent with another text is not sent unasked where the browser keeps no hash of it', () => {
    const { hand, place } = waitedTooLong()
    const { fingerprint, ...before } = entryOf(other, { contactId: 'before' }, now)
    hand.ledger.note(before)
    hand.change((desk) => withDraft(desk, place.draftId, (draft) => ({ ...draft, createdBefore: before })))

    const edited = requestSaying(kind, 'Send another invoice')
    expect(repeatedBy(place, edited)).toMatchObject({ createdAt: before.createdAt, isOfDraft: true })
    hand.ledger.note({ ...before, fingerprint: fingerprint ?? '' })
    expect(repeatedBy(place, edited)).toBeUndefined()
  })
})

const file = { id: 'file-1', name: 'invoice.pdf', bytes: 1, upload: 'token' }
const withoutFile = requestSaying('task', 'Call back')
const withFile = { ...withoutFile, attachments: [file] }

it.each([
  { which: 'with files', sent: withFile, elsewhere: withoutFile },
  { which: 'without files', sent: withoutFile, elsewhere: withFile },
])(
  'a task $which is not sent unasked when another window has created it from the same draft with other files',
  ({ sent, elsewhere }) => {
    const { hand } = openWindow({ store: storeInMemory().store, onStore: () => {} })
    const draftId = frontOf(hand.getSnapshot()).id
    const created = entryOf(elsewhere, { contactId: 'the-first', scheduledTime: null }, now)
    hand.ledger.note(created)
    hand.change((desk) => withDraft(desk, draftId, (draft) => ({ ...draft, createdBefore: created })))
    const place = { draftId, drafts: hand, now }

    expect(unwantedRepeat(place, sent)).toMatchObject({ createdAt: now.getTime() })
    expect(unwantedRepeat({ ...place, draftId: 'another draft' }, sent)).toBeUndefined()
  },
)

it.each([
  { which: 'with files', sent: withFile, before: withoutFile },
  { which: 'without files', sent: withoutFile, before: withFile },
])(
  'a task $which is not sent unasked while the same with other files may exist, or after it turned out to exist',
  ({ sent, before }) => {
    const { hand } = openWindow({ store: storeInMemory().store, onStore: () => {} })
    const draftId = frontOf(hand.getSnapshot()).id
    const place = { draftId, drafts: hand, now }
    const inDoubt = { attempt: { clientToken: 'first', request: before }, firstSentAt: now.getTime() - 7 }
    hand.noteSubmitted(draftId, { latest: inDoubt.attempt, uncertain: [inDoubt] })
    expect(unwantedRepeat(place, sent)).toMatchObject({ createdAt: inDoubt.firstSentAt, isSentBefore: true })
    expect(unwantedRepeat(place, before)).toBeUndefined()

    hand.noteSubmitted(draftId, { latest: inDoubt.attempt, uncertain: [] })
    hand.noteFound(draftId, entryOf(before, { contactId: 'the-first', scheduledTime: null }, now), 'first')
    expect(unwantedRepeat(place, sent)).toMatchObject({ createdAt: now.getTime() })
  },
)

it('a task and a message with the same text are no repeat of one another', () => {
  expect(requestFingerprint(requestSaying('task', 'Call back'))).not.toBe(
    requestFingerprint(requestSaying('message', 'Call back')),
  )
})
