import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { UncertainAttempt } from '../../core/attempts/attempt.ts'
import type { AnyRequest } from '../../core/message/any-draft.ts'
import { titleOf } from '../desk/draft-title.ts'
import type { DraftsAtHand } from '../drafts-at-hand.ts'
import { saveAfterMs } from '../at-hand/saving.ts'
import { openWindow, storeInMemory } from '../drafts-harness.ts'
import { draftSaying, requestSaying } from '../kinds-harness.ts'
import { repeatedBy } from '../repeated-draft.ts'
import { onCall } from './two-windows-harness.ts'

const ana = { issuer: 'https://id.example', subject: 'ana' }
const attributes = [{ key: 'order', value: '48213' }]

const aWhile = () => vi.advanceTimersByTimeAsync(saveAfterMs)

beforeAll(() => import('./saved-drafts.ts'))
beforeEach(() => {
  vi.useFakeTimers({ now: 1_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

const attemptSaying = (text: string): UncertainAttempt<AnyRequest> => ({
  attempt: { clientToken: 'token', request: requestSaying('task', text, attributes) },
  firstSentAt: Date.now(),
})

/** Windows of one browser, in which policy forbids to store attribute values. */
function openBrowser() {
  const { store } = storeInMemory()
  return async () => {
    const { hand, front } = openWindow({ store, onStore: () => {} })
    hand.see(onCall, 'away')
    hand.open(ana, 'no-attribute-values')
    await aWhile()
    const note = (text: string, isUnderWay: boolean) => {
      const sent = attemptSaying(text)
      const tokens = { sent: ['token'], settled: [] }
      hand.noteSubmitted(front().id, { latest: sent.attempt, uncertain: [sent] }, isUnderWay, tokens)
    }
    return {
      hand,
      type: (text: string) => {
        hand.attach(front().id, () => draftSaying('task', text, attributes))
        hand.touch()
      },
      send: async (text: string) => {
        note(text, true)
        await hand.flush()
        await aWhile()
      },
      loseAnswer: (text: string) => note(text, false),
      store: async () => {
        await hand.flush()
        await aWhile()
        await aWhile()
      },
    }
  }
}

/** The question of the panel before it sends this text again. */
function askedAbout(drafts: DraftsAtHand, text: string) {
  const draft = drafts.getSnapshot().drafts.find(({ content }) => titleOf(content) === text)
  return draft && repeatedBy({ draftId: draft.id, drafts, now: new Date() }, requestSaying('task', text))
}

describe('a text that is one of two versions of a draft, sent where its values are not kept', () => {
  it('is asked about after a reload, if it was another version already', async () => {
    const open = openBrowser()
    const [one, other] = [await open(), await open()]
    one.type('Both')
    await one.store()
    one.type('Mine')
    other.type('Theirs')
    await other.store()
    await one.store()
    await one.send('Mine')

    expect(askedAbout((await open()).hand, 'Mine')).toMatchObject({ isSentBefore: true })
  })

  it('is asked about after a reload, if it becomes another version while its answer is lost', async () => {
    const open = openBrowser()
    const [one, other] = [await open(), await open()]
    one.type('Both')
    await one.store()
    one.type('Mine')
    await one.hand.flush()
    await one.send('Mine')
    one.loseAnswer('Mine')
    other.type('Theirs')
    await other.store()
    await one.store()

    expect(askedAbout((await open()).hand, 'Mine')).toMatchObject({ isSentBefore: true })
  })
})
