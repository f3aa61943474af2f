import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { UncertainAttempt } from '../../core/attempts/attempt.ts'
import type { KeptParts } from '../../core/existing-task/permissions.ts'
import type { Attribute } from '../../core/fields/attributes/attribute.ts'
import { emptyDraft } from '../../core/task/task-draft.ts'
import type { TaskRequest } from '../../core/task/task-parts.ts'
import { saveAfterMs } from '../drafts-at-hand.ts'
import { openWindow, storeInMemory } from '../drafts-harness.ts'
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

const attemptWith = (attributes: readonly Attribute[]): UncertainAttempt<TaskRequest> => ({
  attempt: {
    clientToken: 'token',
    request: { name, destination: { type: 'flow', flowId: 'f' }, references: [], attributes },
  },
  firstSentAt: 1_234,
})

const entry: LedgerEntry = {
  kind: 'task',
  contactId: 'new-task',
  linkedContactId: 'call',
  createdAt: 2_000,
  fingerprint: 'HASH OF THE TEXT',
}

/** A browser under a policy. All that it stores can be read. */
function browser() {
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
    const type = async (attributes: readonly Attribute[]) => {
      hand.attach(front().id, () => ({ ...emptyDraft, name, attributes: [...attributes] }))()
      await hand.flush()
    }
    const send = async (sent: UncertainAttempt<TaskRequest>) => {
      hand.noteSubmitted(front().id, { latest: sent.attempt, uncertain: [sent] })
      await hand.flush()
    }
    return { hand, front, type, send }
  }
  const stored = () => JSON.stringify([...recordsOf(ana)])
  /** Of the texts, what is stored. */
  const kept = () => ({ name: stored().includes(name), value: stored().includes(value) })
  return { open, kept, stored, storedResults: () => [...results.values()] }
}

const everyValue = ['everything', 'no-attribute-values', 'nothing'] as const

describe.each([
  ['everything', { name: true, value: true }, { name, value }],
  ['no-attribute-values', { name: true, value: false }, { name, value: '' }],
  ['nothing', { name: false, value: false }, { name: '', value: undefined }],
] as const)('where policy keeps %s', (keeps, isKept, after) => {
  it('a draft is stored so, and comes back so', async () => {
    const { open, kept } = browser()
    await (await open(keeps)).type(withValue)

    expect(kept()).toEqual(isKept)
    const { content } = (await open(keeps)).front()
    expect({ name: titleOf(content), value: content.attributes[0]?.value }).toEqual(after)
  })

  it('the last text of a window that goes is stored so', async () => {
    const { open, kept } = browser()
    const { hand, front } = await open(keeps)
    hand.attach(front().id, () => ({ ...emptyDraft, name, attributes: [...withValue] }))()
    await hand.leave()

    expect(kept()).toEqual(isKept)
  })

  it('the task that a draft became is stored by its ids and times', async () => {
    const { open, kept, stored } = browser()
    const { hand, front, type } = await open(keeps)
    await type(withValue)
    hand.noteCreated(front().id, entry)
    await hand.flush()

    expect(kept()).toEqual({ name: false, value: false })
    expect(stored()).toContain('new-task')
    expect(stored()).not.toContain(entry.fingerprint)
  })

  it('a result is stored, with the hash of its text only where the text itself may be', async () => {
    const { open, storedResults } = browser()
    const { hand } = await open(keeps)
    hand.ledger.note(entry)
    await aWhile()

    const { fingerprint: _hash, ...plain } = entry
    expect(storedResults()).toEqual([keeps === 'everything' ? entry : plain])
  })

  it('an attempt is stored so, and asked about after a reload', async () => {
    const { open, kept } = browser()
    const { type, send } = await open(keeps)
    await type(withValue)
    await send(attemptWith(withValue))

    expect(kept()).toEqual(isKept)
    const later = await open(keeps)
    const { textless, drafts } = later.hand.getSnapshot()
    const asked = drafts.flatMap(({ earlier }) => earlier?.uncertain ?? [])
    expect(asked).toEqual(keeps === 'everything' ? [attemptWith(withValue)] : [])
    expect(textless).toMatchObject(
      keeps === 'everything'
        ? []
        : [{ clientToken: 'token', firstSentAt: 1_234, contact: { contactId: 'call' } }],
    )
  })

  it('an attempt without attributes is stored so', async () => {
    const { open, kept } = browser()
    const { type, send } = await open(keeps)
    await type([])
    await send(attemptWith([]))

    expect(kept()).toEqual({ name: isKept.name, value: false })
    const { textless } = (await open(keeps)).hand.getSnapshot()
    expect(textless).toHaveLength(keeps === 'nothing' ? 1 : 0)
  })

  it.each(everyValue)('texts that were stored under %s are reduced to that', async (before) => {
    const { open, kept } = browser()
    const { type, send } = await open(before)
    await type(withValue)
    await send(attemptWith(withValue))
    const { name: hadName, value: hadValue } = kept()
    await open(keeps)

    expect(kept()).toEqual({ name: hadName && isKept.name, value: hadValue && isKept.value })
  })
})

describe('a question without a text', () => {
  it('holds the time and the contact, and nothing that the agent typed', async () => {
    const { open, stored } = browser()
    const { type, send } = await open('nothing')
    await type(withValue)
    await send(attemptWith(withValue))

    const { hand, front } = await open('nothing')
    expect(hand.getSnapshot().textless).toEqual([
      {
        draftId: expect.any(String),
        kind: 'task',
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
    await one.send({ ...attemptWith([]), firstSentAt: Date.now() })
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
    await one.send(attemptWith([]))
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
    await one.send(attemptWith([]))
    await vi.advanceTimersByTimeAsync(8 * 24 * 3_600_000)
    const later = await open('nothing')
    await later.hand.withSaved(({ deleteTexts }) => deleteTexts())

    expect((await open('nothing')).hand.getSnapshot().textless).toHaveLength(1)
  })
})
