import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { attemptPatienceSeconds } from '../../../core/attempts/attempt.ts'
import type { KeptParts } from '../../../core/existing-task/permissions.ts'
import type { DraftKind } from '../../../core/message/any-draft.ts'
import { draftKinds, requestSaying, saying } from '../../../drafts/kinds-harness.ts'
import { repeatedElsewhere } from '../../../drafts/repeated-draft.ts'
import { titleOf } from '../../../drafts/desk/draft-title.ts'
import type { SentElsewhere } from '../../../drafts/sync/window/elsewhere.ts'
import { answerWithinMs } from '../../../drafts/sync/window/shown-records.ts'
import {
  aWhile,
  browserWith,
  openTwoWindows,
  refusal,
  requestWithValue,
  type Storage,
} from './two-panels-harness.ts'

beforeAll(() => import('../../../drafts/sync/saved-drafts.ts'))
beforeEach(() => {
  vi.useFakeTimers({ now: 1_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

/** The first window has created the task, and the second does not know this. */
async function createdUnheard(kind: DraftKind) {
  const storage: Storage = { now: 'works' }
  const windows = await openTwoWindows(kind, 'no-attribute-values', storage)
  storage.isSilent = true
  await windows.one.press(requestWithValue(kind))
  windows.one.last()?.answer({ contactId: 'the-task', scheduledTime: null })
  await aWhile()
  return windows
}

/** The second window has typed over the text of the first, and the third one shows both texts as drafts. */
async function openVersions(kind: DraftKind) {
  const { open } = browserWith(kind)
  const [one, other] = [await open(), await open()]
  one.type('Call back')
  await aWhile()
  one.type('Call back today')
  other.type('Call back tomorrow')
  void one.hand.flush()
  await other.hand.flush()
  const third = await open()
  const same = third.hand.getSnapshot().drafts.find(({ id }) => id !== one.front().id)
  third.hand.putInFront(same?.id ?? '')
  return { other, third, before: third.front() }
}

const partOfContent = (clientToken = '') => clientToken.split('.')[1]

/** The client tokens of one content that is sent, refused and sent again. */
async function tokensUnder(kind: DraftKind, keeps: KeptParts) {
  const one = await browserWith(kind).open(keeps)
  one.type('Call back')
  await one.press()
  one.last()?.refuse(refusal)
  await aWhile()
  await one.press()
  return one.sent.map(({ attempt }) => attempt.clientToken)
}

describe.each(draftKinds)('a %s', (kind) => {
  describe('that another window has created before this one heard of it', () => {
    it('is found in the store just before it is sent', async () => {
      const { other } = await createdUnheard(kind)
      expect(other.front().phase).toBe('begun')
      const looked = vi.fn<(sent: SentElsewhere) => void>()
      const attempt = { clientToken: 'of the other values', request: requestSaying(kind, 'Call back') }
      await other.hand.withSaved(async (saved) =>
        looked(await saved.sentElsewhere(other.front().id, attempt)),
      )

      expect(looked).toHaveBeenCalledWith({ firstSentAt: expect.any(Number) })
      expect(other.front()).toMatchObject({ phase: 'created', task: { contactId: 'the-task' } })
    })

    it('is not sent with another text unasked', async () => {
      const { other, before } = await createdUnheard(kind)
      other.type('Call back today')
      const today = requestSaying(kind, 'Call back today')
      await other.press(today)

      expect(other.last()).toBeUndefined()
      expect(repeatedElsewhere(before, { drafts: other.hand, now: new Date() }, today)).toMatchObject({
        createdAt: expect.any(Number),
      })
    })
  })

  it('sent from one of two versions without its values is not sent unasked from the draft that the other has become', async () => {
    const { open } = browserWith(kind)
    const keeps = 'no-attribute-values'
    const [one, other] = [await open(keeps), await open(keeps)]
    one.type('Call back')
    await aWhile()
    await one.press(requestWithValue(kind))
    const third = await open(keeps)
    third.type('Call back on Monday')
    await aWhile()
    other.type('Call back today')
    third.type('Call back')
    void other.hand.flush()
    await third.hand.flush()
    const last = await open(keeps)
    const same = last.hand.getSnapshot().drafts.find(({ content }) => titleOf(content) === 'Call back')
    last.hand.putInFront(same?.id ?? '')
    expect(last.front().id).not.toBe(one.front().id)
    last.pressButton(requestSaying(kind, 'Call back'))
    await aWhile()

    expect(last.last()).toBeUndefined()
  })

  it('that another window sends from a draft of its own is not sent here unasked', async () => {
    const tomorrow = requestSaying(kind, 'Call back tomorrow')

    const { other, third, before } = await openVersions(kind)
    expect(before).toMatchObject({ content: saying(kind, 'Call back tomorrow') })
    await other.press(tomorrow)
    await third.press(tomorrow)

    expect(other.last()).toBeDefined()
    expect(third.last()).toBeUndefined()
    expect(repeatedElsewhere(before, { drafts: third.hand, now: new Date() }, tomorrow)).toMatchObject({
      isInDoubt: true,
    })
  })

  it('that another window sent so long ago that Connect may have forgotten it is not sent here unasked', async () => {
    const storage: Storage = { now: 'works' }
    const { one, other, before } = await openTwoWindows(kind, 'everything', storage)
    storage.isSilent = true
    await one.press()
    vi.setSystemTime(Date.now() + 3_600_000)
    await other.press()

    expect(one.last()).toBeDefined()
    expect(other.last()).toBeUndefined()
    const request = requestSaying(kind, 'Call back')
    expect(repeatedElsewhere(before, { drafts: other.hand, now: new Date() }, request)).toMatchObject({
      createdAt: expect.any(Number),
    })
  })

  it('that waited here without a network, while another window sent it with its values, is asked about and not called “not created”', async () => {
    const { one, other } = await openTwoWindows(kind)
    other.goOffline()
    other.pressButton(requestSaying(kind, 'Call back'))
    await one.press(requestWithValue(kind))
    expect(other.state().status).toBe('waiting')
    await vi.advanceTimersByTimeAsync(attemptPatienceSeconds * 1_000)

    expect(other.sent).toHaveLength(0)
    expect(other.state().status).toBe('idle')
    expect(other.front().sentElsewhere).toEqual({ firstSentAt: expect.any(Number) })
  })

  it('has a token that does not depend on its content if the browser keeps no drafts, and keeps the token when it is sent again', async () => {
    const [first, again] = await tokensUnder(kind, 'nothing')
    const [ofSame] = await tokensUnder(kind, 'nothing')
    const [hashed] = await tokensUnder(kind, 'everything')
    const [hashedAgain] = await tokensUnder(kind, 'everything')

    expect(again).toBe(first)
    expect(partOfContent(ofSame)).not.toBe(partOfContent(first))
    expect(partOfContent(hashed)).toBe(partOfContent(hashedAgain))
  })

  it.each([
    ['signs out', true],
    ['signs out', false],
    ['crashes', true],
    ['crashes', false],
  ] as const)(
    'that was refused here is not called “not created” once another window sends it, and is asked about when that window %s (locks: %s)',
    async (end, hasLocks) => {
      const { open } = browserWith(kind, hasLocks)
      const storage: Storage = { now: 'works' }
      const [one, other] = [await open(), await open('everything', storage)]
      one.type('Call back')
      await aWhile()
      await one.press()
      one.last()?.refuse(refusal)
      await aWhile()
      expect(one.state().status).toBe('not-done')
      await other.press()
      expect(one.state().status).toBe('idle')
      const { clientToken } = one.last()?.attempt ?? {}
      expect(one.front().underWayElsewhere).toMatchObject([{ clientToken }])

      if (end === 'crashes') storage.now = 'hangs'
      other.hand.clear()
      await aWhile()
      if (!hasLocks) {
        expect(one.state().status).toBe('idle')
        await vi.advanceTimersByTimeAsync(answerWithinMs)
      }
      expect(one.state().uncertain).toMatchObject([{ attempt: { clientToken } }])
      expect(one.front().underWayElsewhere).toBeUndefined()
    },
  )

  it('that this window asks about without having sent it is in doubt in all windows, even if the sending window was refused', async () => {
    const { open } = browserWith(kind)
    const storage: Storage = { now: 'works' }
    const [one, other] = [await open(), await open('everything', storage)]
    one.type('Call back')
    await aWhile()
    expect(other.state()).toMatchObject({ status: 'idle' })
    await one.press()
    await vi.advanceTimersByTimeAsync(answerWithinMs)
    await other.askAgain()
    const { attempt } = other.last() ?? {}
    expect(attempt).toEqual(one.last()?.attempt)
    one.last()?.refuse(refusal)
    await aWhile()
    storage.now = 'hangs'
    other.hand.clear()

    expect(one.state().uncertain).toMatchObject([{ attempt }])
    const { hand } = await open()
    const asked = hand.getSnapshot().drafts.flatMap(({ earlier }) => earlier?.uncertain ?? [])
    expect(asked).toMatchObject([{ attempt }])
  })

  it('that the agent has found in Connect while editing the draft is not sent from a later window unasked', async () => {
    const { open } = browserWith(kind)
    const one = await open()
    one.type('Call back')
    await aWhile()
    await one.press()
    void one.hand.leave()
    const other = await open()
    other.edit()
    await other.settle('created')
    expect(other.front().phase).toBe('asked')
    const later = await open()
    later.pressButton(requestSaying(kind, 'Call back'))
    await aWhile()

    expect(later.sent).toEqual([])
    expect(later.front().createdBefore).toEqual({ createdAt: expect.any(Number) })
    // The window that knows the attempt shows that its task exists.
    await other.press()
    expect(other.sent).toEqual([])
    expect(other.state().status).toBe('confirmed')
  })

  it('that another window has created from the draft is created again where the agent wants another', async () => {
    const { open } = browserWith(kind)
    const [one, other] = [await open(), await open()]
    one.type('Call back')
    await aWhile()
    other.type('Call back today')
    await one.press()
    one.last()?.answer({ contactId: 'the-task', scheduledTime: null })
    await aWhile()
    other.type('Call back')
    await other.pressForAnother(requestSaying(kind, 'Call back'))
    other.last()?.refuse(refusal)
    await aWhile()
    await other.pressForAnother(requestSaying(kind, 'Call back'))

    const [{ attempt: first } = {}] = one.sent
    const [{ attempt: another } = {}, { attempt: same } = {}] = other.sent
    expect(another?.request).toEqual(first?.request)
    expect(another?.clientToken).not.toBe(first?.clientToken)
    expect(same).toEqual(another)
  })

  it('that another window sends again while the agent denies it here is asked about', async () => {
    const { open } = browserWith(kind)
    const [one, other] = [await open(), await open()]
    one.type('Call back')
    await aWhile()
    await one.press()
    await vi.advanceTimersByTimeAsync(answerWithinMs)
    one.last()?.refuse(refusal)
    await aWhile()
    void other.settle('not-created')
    await one.press()
    await vi.advanceTimersByTimeAsync(2 * answerWithinMs)

    const { attempt } = one.last() ?? {}
    expect(one.sent).toHaveLength(2)
    expect(other.state().uncertain).toMatchObject([{ attempt }])
    const { hand } = await open()
    const asked = hand.getSnapshot().drafts.flatMap(({ earlier }) => earlier?.uncertain ?? [])
    expect(asked).toMatchObject([{ attempt }])
  })
})

it('a task with files is not sent unasked while another window, which does not show them yet, has sent it without', async () => {
  const { open } = browserWith('task')
  const [one, other] = [await open(), await open()]
  one.type('Call back')
  await aWhile()
  await other.press()
  const file = { id: 'file-1', name: 'invoice.pdf', bytes: 1, upload: 'token' }
  await one.press({ ...requestSaying('task', 'Call back'), attachments: [file] })

  expect(other.last()).toBeDefined()
  expect(one.last()).toBeUndefined()
  expect(one.front().sentElsewhere).toEqual({ firstSentAt: expect.any(Number) })
})
