import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { UncertainAttempt } from '../../core/attempts/attempt.ts'
import type { KeptParts } from '../../core/existing-task/permissions.ts'
import type { Attribute } from '../../core/fields/attributes/attribute.ts'
import type { AnyRequest, DraftKind } from '../../core/message/any-draft.ts'
import { emptyMessageDraft } from '../../core/message/message-draft.ts'
import { saveAfterMs } from '../at-hand/saving.ts'
import { openWindow, storeInMemory } from '../drafts-harness.ts'
import { draftKinds, draftSaying, messageSaying, requestSaying } from '../kinds-harness.ts'
import type { LedgerEntry, LedgerStore } from '../ledger/ledger-entry.ts'
import { onCall } from './two-windows-harness.ts'
import { titleOf } from '../desk/draft-title.ts'

const ana = { issuer: 'https://id.example', subject: 'ana' }

const aWhile = () => vi.advanceTimersByTimeAsync(saveAfterMs)
const answerTime = () => vi.advanceTimersByTimeAsync(31_000)

beforeAll(() => import('./saved-drafts.ts'))
beforeEach(() => {
  vi.useFakeTimers({ now: 1_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

const name = 'NAME OF THE TASK'
const value = 'VALUE OF AN ATTRIBUTE'
const withValue: readonly Attribute[] = [{ key: 'order', value }]

const attemptWith = (kind: DraftKind, attributes: readonly Attribute[]): UncertainAttempt<AnyRequest> => ({
  attempt: { clientToken: 'token', request: requestSaying(kind, name, attributes) },
  firstSentAt: 1_234,
})

const entryFor = (kind: DraftKind): LedgerEntry => ({
  kind,
  contactId: 'new-task',
  linkedContactId: 'call',
  createdAt: 2_000,
  fingerprint: 'HASH OF THE TEXT',
})

/** A browser under a policy. The test can read its whole storage. */
function browserWith(kind: DraftKind) {
  const { store, recordsOf } = storeInMemory()
  const results = new Map<string, LedgerEntry>()
  const ledger: LedgerStore = {
    load: async () => [...results.values()],
    add: async (_account, added) => void results.set(added.contactId, added),
  }
  const open = async (keeps: KeptParts) => {
    const { hand, front } = openWindow({ store: { ...store, ledger }, onStore: () => {} })
    hand.see(onCall, 'away')
    hand.open(ana, keeps)
    await aWhile()
    hand.switchKind(kind)
    const type = async (attributes: readonly Attribute[]) => {
      hand.attach(front().id, () => draftSaying(kind, name, attributes))()
      await hand.flush()
    }
    const send = async (sent: UncertainAttempt<AnyRequest>) => {
      hand.noteSubmitted(front().id, { latest: sent.attempt, uncertain: [sent] })
      await hand.flush()
    }
    return { hand, front, type, send }
  }
  const stored = () => JSON.stringify([...recordsOf(ana)])
  /** Whether the name and the value are stored. */
  const kept = () => ({ name: stored().includes(name), value: stored().includes(value) })
  return { open, kept, stored, storedResults: () => [...results.values()] }
}

const everyValue = ['everything', 'no-attribute-values', 'nothing'] as const

const policies = [
  ['everything', { name: true, value: true }, { name, value }],
  ['no-attribute-values', { name: true, value: false }, { name, value: '' }],
  ['nothing', { name: false, value: false }, { name: '', value: undefined }],
] as const

describe.each(draftKinds)('a %s', (kind) => {
  describe.each(policies)('where policy keeps %s', (keeps, isKept, after) => {
    const browser = () => browserWith(kind)
    const entry = entryFor(kind)

    it('is stored in that form as a draft, and comes back in that form', async () => {
      const { open, kept } = browser()
      await (await open(keeps)).type(withValue)

      expect(kept()).toEqual(isKept)
      const { content } = (await open(keeps)).front()
      expect({ name: titleOf(content), value: content.attributes[0]?.value }).toEqual(after)
    })

    it('is stored in that form as the last text of a window that is closed', async () => {
      const { open, kept } = browser()
      const { hand, front } = await open(keeps)
      hand.attach(front().id, () => draftSaying(kind, name, withValue))()
      await hand.leave()

      expect(kept()).toEqual(isKept)
    })

    it('is stored by its ids and times once it is created', async () => {
      const { open, kept, stored } = browser()
      const { hand, front, type } = await open(keeps)
      await type(withValue)
      hand.noteCreated(front().id, entry)
      await hand.flush()

      expect(kept()).toEqual({ name: false, value: false })
      expect(stored()).toContain('new-task')
      expect(stored()).not.toContain(entry.fingerprint)
    })

    it('is stored as a result, with the hash of its text only where the text itself may be', async () => {
      const { open, storedResults } = browser()
      const { hand } = await open(keeps)
      hand.ledger.note(entry)
      await aWhile()

      const { fingerprint: _hash, ...plain } = entry
      expect(storedResults()).toEqual([keeps === 'everything' ? entry : plain])
    })

    it('is stored in that form as an attempt, and the panel asks about it after a reload', async () => {
      const { open, kept } = browser()
      const { type, send } = await open(keeps)
      await type(withValue)
      await send(attemptWith(kind, withValue))

      expect(kept()).toEqual(isKept)
      const later = await open(keeps)
      const { textless, drafts } = later.hand.getSnapshot()
      const asked = drafts.flatMap(({ earlier }) => earlier?.uncertain ?? [])
      expect(asked).toEqual(keeps === 'everything' ? [attemptWith(kind, withValue)] : [])
      expect(textless).toMatchObject(
        keeps === 'everything'
          ? []
          : [{ clientToken: 'token', firstSentAt: 1_234, contact: { contactId: 'call' } }],
      )
    })

    it('is stored in that form as an attempt without attributes', async () => {
      const { open, kept } = browser()
      const { type, send } = await open(keeps)
      await type([])
      await send(attemptWith(kind, []))

      expect(kept()).toEqual({ name: isKept.name, value: false })
      const { textless } = (await open(keeps)).hand.getSnapshot()
      expect(textless).toHaveLength(keeps === 'nothing' ? 1 : 0)
    })

    it.each(everyValue)('is reduced to that form if it was stored under %s', async (before) => {
      const { open, kept } = browser()
      const { type, send } = await open(before)
      await type(withValue)
      await send(attemptWith(kind, withValue))
      const { name: hadName, value: hadValue } = kept()
      await open(keeps)

      expect(kept()).toEqual({ name: hadName && isKept.name, value: hadValue && isKept.value })
    })
  })
})

describe.each(draftKinds)('a question about a %s without a text', (kind) => {
  const browser = () => browserWith(kind)

  it('holds the time and the contact, and nothing that the agent typed', async () => {
    const { open, stored } = browser()
    const { type, send } = await open('nothing')
    await type(withValue)
    await send(attemptWith(kind, withValue))

    const { hand, front } = await open('nothing')
    expect(hand.getSnapshot().textless).toEqual([
      {
        draftId: expect.any(String),
        kind,
        clientToken: 'token',
        firstSentAt: 1_234,
        contact: onCall.contacts[0],
      },
    ])
    expect(front().phase).toBe('blank')
    expect(stored()).not.toMatch(/order|flow/)
  })

  it('is not asked beside the draft that has it, and in another window only once the answer is overdue', async () => {
    const { open } = browser()
    const [one, other] = [await open('nothing'), await open('nothing')]
    await one.type([])
    await one.send({ ...attemptWith(kind, []), firstSentAt: Date.now() })
    await aWhile()
    expect(other.hand.getSnapshot().textless).toEqual([])
    await answerTime()
    await other.hand.withSaved(({ follow }) => follow())

    expect(other.hand.getSnapshot().textless).toHaveLength(1)
    expect(one.hand.getSnapshot().textless).toEqual([])
  })

  it('ends in every window with the answer of the agent', async () => {
    const { open, stored } = browser()
    const one = await open('nothing')
    await one.type([])
    await one.send(attemptWith(kind, []))
    const [other, third] = [await open('nothing'), await open('nothing')]
    await other.hand.withSaved(({ settle }) => settle('token'))
    await aWhile()

    expect([other, third].map(({ hand }) => hand.getSnapshot().textless)).toEqual([[], []])
    expect(stored()).not.toContain('token')
  })

  it('outlives a week, more than fifty drafts, and the deletion of all drafts', async () => {
    const { open } = browser()
    const one = await open('nothing')
    await one.type([])
    await one.send(attemptWith(kind, []))
    await vi.advanceTimersByTimeAsync(8 * 24 * 3_600_000)
    const later = await open('nothing')
    await later.hand.withSaved(({ deleteTexts }) => deleteTexts())

    expect((await open('nothing')).hand.getSnapshot().textless).toHaveLength(1)
  })
})

it('the values of a template are kept out of the browser as those of attributes are', async () => {
  const { open, kept } = browserWith('message')
  const { hand, front, send } = await open('no-attribute-values')
  const templateValues = [{ name: 'order', value }]
  hand.attach(front().id, () => ({ ...emptyMessageDraft, text: name, templateId: 't', templateValues }))
  await hand.flush()
  await send({
    attempt: {
      clientToken: 'token',
      request: {
        ...messageSaying(name),
        message: { type: 'template', templateId: 't', values: templateValues },
      },
    },
    firstSentAt: 1_234,
  })

  expect(kept()).toEqual({ name: true, value: false })
  const later = await open('no-attribute-values')
  expect(later.front().content).toMatchObject({
    templateId: 't',
    templateValues: [{ name: 'order', value: '' }],
  })
  expect(later.hand.getSnapshot().textless).toMatchObject([{ kind: 'message', clientToken: 'token' }])
})
