import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { draftKinds, requestSaying, saying } from '../../../drafts/kinds-harness.ts'
import { repeatedElsewhere, wantingRepeat } from '../../../drafts/repeated-draft.ts'
import { requestFingerprint } from '../../../drafts/same-request.ts'
import { titleOf } from '../../../drafts/desk/draft-title.ts'
import {
  aWhile,
  browserWith,
  openTwoWindows,
  refusal,
  requestWithValue,
  type Storage,
} from './two-panels-harness.ts'

/** Until the panel has given up a storage that hangs. */
const longest = () => vi.advanceTimersByTimeAsync(5_000)

beforeAll(() => import('../../../drafts/sync/saved-drafts.ts'))
beforeEach(() => {
  vi.useFakeTimers({ now: 1_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

describe.each(draftKinds)('a %s', (kind) => {
  const browser = () => browserWith(kind)
  const request = requestSaying(kind, 'Call back')

  describe('sent from two windows', () => {
    it('may have been created when it is refused in one and on its way in the other', async () => {
      const { open } = browser()
      const [one, other] = [await open(), await open()]
      one.type('Call back')
      await aWhile()
      await one.press()
      await other.press()
      one.last()?.refuse(refusal)
      await aWhile()
      expect(one.state()).toMatchObject({ status: 'checking', uncertain: [{}] })

      other.last()?.answer({ contactId: 'the-task', scheduledTime: null })
      await aWhile()
      expect(one.front()).toMatchObject({ phase: 'created', isElsewhere: true })
    })

    it('was not created when it is refused in the only window that has sent it', async () => {
      const { open } = browser()
      const [one] = [await open(), await open()]
      one.type('Call back')
      await aWhile()
      await one.press()
      one.last()?.refuse(refusal)
      await aWhile()

      expect(one.state()).toMatchObject({ status: 'not-done', uncertain: [] })
    })

    it('is asked about where it was refused, when the other window is gone before its answer', async () => {
      const { open } = browser()
      const [one, other] = [await open(), await open()]
      one.type('Call back')
      await aWhile()
      await one.press()
      one.last()?.refuse(refusal)
      await aWhile()
      await other.press()
      other.hand.clear()
      await vi.advanceTimersByTimeAsync(61_000)

      expect(one.state()).toMatchObject({ status: 'idle', uncertain: [{}] })
    })
  })

  describe('“It was created”', () => {
    it('is remembered after a reload, though the panel knows no id', async () => {
      const { open } = browser()
      const one = await open()
      one.type('Call back')
      await one.press()
      const later = await open()
      expect(later.state()).toMatchObject({ status: 'unknown' })
      await later.settle('created')
      expect(later.state()).toMatchObject({ status: 'confirmed' })

      expect((await open()).front().phase).toBe('blank')
    })
  })

  describe('refused here and created in another window later', () => {
    it('keeps the text that the agent has typed since, though the other window asks late', async () => {
      const { open } = browser()
      const one = await open()
      one.type('Call back')
      await one.press()
      const other = await open()
      await vi.advanceTimersByTimeAsync(61_000)
      one.last()?.refuse(refusal)
      await aWhile()
      one.type('Call back today')
      await aWhile()
      await other.askAgain()
      expect(one.state()).toMatchObject({ status: 'idle', uncertain: [{}] })

      await one.askAgain()
      one.last()?.answer({ contactId: 'the-task', scheduledTime: null })
      await aWhile()
      expect(one.front()).toMatchObject({ phase: 'asked', content: saying(kind, 'Call back today') })
    })

    it('is not called refused any more, though the agent has typed another text since', async () => {
      const { open } = browser()
      const one = await open()
      one.type('Call back')
      await one.press()
      const other = await open()
      one.last()?.refuse(refusal)
      await aWhile()
      expect(one.state()).toMatchObject({ status: 'not-done' })
      one.type('Call back today')
      await aWhile()
      await other.askAgain()
      other.last()?.answer({ contactId: 'the-task', scheduledTime: null })
      await aWhile()

      expect(one.front()).toMatchObject({ content: saying(kind, 'Call back today'), createdBefore: {} })
      expect(one.state()).toMatchObject({ status: 'idle', uncertain: [] })
    })
  })

  const withValue = requestWithValue(kind)

  describe('of which another window does not have the values', () => {
    it('is not sent there while this window still waits for its answer, and the panel asks the agent', async () => {
      const { one, other, before } = await openTwoWindows(kind)
      await one.press(withValue)
      await other.press()

      expect(one.last()).toBeDefined()
      expect(other.last()).toBeUndefined()
      expect(other.state()).toMatchObject({ status: 'idle', uncertain: [] })
      expect(repeatedElsewhere(before, { drafts: other.hand, now: new Date() }, request)).toMatchObject({
        isSentBefore: true,
      })
    })

    it('is sent there if the agent wants another task', async () => {
      const { one, other } = await openTwoWindows(kind)
      await one.press(withValue)
      await other.press()
      other.hand.change((desk) => wantingRepeat(desk, other.front().id, requestFingerprint(request)))
      await other.press()

      expect(other.last()).toBeDefined()
    })

    it('is sent there without a question once it was refused here', async () => {
      const { one, other, before } = await openTwoWindows(kind)
      await one.press(withValue)
      one.last()?.refuse(refusal)
      await aWhile()
      await other.press()

      expect(other.last()).toBeDefined()
      expect(repeatedElsewhere(before, { drafts: other.hand, now: new Date() }, request)).toBeUndefined()
    })

    it('is not sent twice when the agent presses in both at once', async () => {
      const { one, other } = await openTwoWindows(kind)
      await Promise.all([one.press(withValue), other.press()])

      expect([one.last(), other.last()].filter(Boolean).length).toBeLessThan(2)
    })

    it('is not sent here either while the other window sends it without its values', async () => {
      const { one, other } = await openTwoWindows(kind)
      await other.press()
      await one.press(withValue)

      expect(one.last()).toBeUndefined()
    })
  })

  describe.each(['hangs', 'refuses'] as const)('a press while the storage %s', (failure) => {
    it('asks first if another window may have sent the draft with other values', async () => {
      const storage: Storage = { now: 'works' }
      const { one, other, before } = await openTwoWindows(kind, 'no-attribute-values', storage)
      await one.press(withValue)
      storage.now = failure
      await other.press()
      await longest()

      expect(other.last()).toBeUndefined()
      expect(other.state()).toMatchObject({ status: 'idle', uncertain: [] })
      expect(repeatedElsewhere(before, { drafts: other.hand, now: new Date() }, request)).toMatchObject({
        isNotSeen: true,
      })
      other.hand.change((desk) => wantingRepeat(desk, other.front().id, requestFingerprint(request)))
      await other.press()
      expect(other.last()).toBeDefined()
    })

    it('sends within a second what another window would send under the same token', async () => {
      const storage: Storage = { now: 'works' }
      const { other } = await openTwoWindows(kind, 'everything', storage)
      storage.now = failure
      await other.press()
      await aWhile()

      expect(other.last()).toBeDefined()
    })

    it('asks first when the proxy and Connect may have forgotten the same token of another window', async () => {
      const storage: Storage = { now: 'works' }
      const { other, before } = await openTwoWindows(kind, 'everything', storage)
      storage.now = failure
      await vi.advanceTimersByTimeAsync(5 * 60_000)
      await other.press()
      await longest()

      expect(other.last()).toBeUndefined()
      expect(repeatedElsewhere(before, { drafts: other.hand, now: new Date() }, request)).toMatchObject({
        isNotSeen: true,
      })
    })

    it('sends a draft that no other window can have, because this browser has never stored it', async () => {
      const { open } = browser()
      const one = await open('no-attribute-values', { now: failure })
      one.type('Call back')
      await longest()
      await one.press()
      await longest()

      expect(one.last()).toBeDefined()
    })

    it('leaves the outcome of a refused task open, if another window may have sent the same task', async () => {
      const storage: Storage = { now: 'works' }
      const { other } = await openTwoWindows(kind, 'everything', storage)
      await other.press()
      storage.now = failure
      other.last()?.refuse(refusal)
      await longest()

      expect(other.state()).toMatchObject({ uncertain: [{}] })
    })
  })

  describe('an answer that comes after the agent has signed out and in again', () => {
    it.each(['everything', 'no-attribute-values'] as const)(
      'does not change the text that was typed since, and reports the task: policy keeps %s',
      async (keeps) => {
        const { open } = browser()
        const one = await open(keeps)
        one.type('Call back')
        await one.press(withValue)
        const sent = one.last()
        await one.signOutAndIn()
        one.type('Call back today')
        await aWhile()
        sent?.answer({ contactId: 'the-task', scheduledTime: null })
        await aWhile()

        expect(titleOf(one.front().content)).toBe('Call back today')
        expect(one.front().createdBefore).toMatchObject({ contactId: 'the-task' })
        expect(one.front().phase).not.toBe('created')
        expect(one.hand.ledger.getSnapshot()).toMatchObject([{ contactId: 'the-task' }])
        expect(one.hand.getSnapshot().textless).toEqual([])
      },
    )

    it('shows the task of the text that is still there', async () => {
      const { open } = browser()
      const one = await open()
      one.type('Call back')()
      await aWhile()
      await one.press()
      const sent = one.last()
      await one.signOutAndIn()
      sent?.answer({ contactId: 'the-task', scheduledTime: null })
      await aWhile()

      expect(one.front()).toMatchObject({ phase: 'created', task: { contactId: 'the-task' } })
    })
  })
})
