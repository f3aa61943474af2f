import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CreatedTask } from '../../../contract/tasks/tasks.ts'
import { TaskClientError, type ClientFailure } from '../../../client/task-client-error.ts'
import type { TaskClient } from '../../../client/task-client.ts'
import type { KeptParts } from '../../../core/existing-task/permissions.ts'
import type { DraftKind } from '../../../core/message/any-draft.ts'
import { createSnapshotStore } from '../../../core/listeners/snapshot-store.ts'
import type { DraftStore } from '../../../drafts/draft-store.ts'
import { openWindow, storeInMemory } from '../../../drafts/drafts-harness.ts'
import type { SentElsewhere } from '../../../drafts/sync/saved-drafts.ts'
import { repeatedElsewhere, wantingRepeat } from '../../../drafts/repeated-draft.ts'
import { requestFingerprint } from '../../../drafts/same-request.ts'
import { draftKinds, requestSaying, saying } from '../../../drafts/kinds-harness.ts'
import { titleOf } from '../../../drafts/desk/draft-title.ts'
import { draftSubmissions, noteSteps } from './draft-submissions.ts'

const ana = { issuer: 'https://id.example', subject: 'ana' }
const refusal: ClientFailure = { code: 'connect-denied', outcome: 'not-created', issues: [] }

const aWhile = () => vi.advanceTimersByTimeAsync(500)
/** Until the panel has given up a storage that hangs. */
const longest = () => vi.advanceTimersByTimeAsync(5_000)

interface Sent {
  readonly answer: (result: CreatedTask) => void
  readonly refuse: (failure: ClientFailure) => void
}

interface Storage {
  now: 'works' | 'hangs' | 'refuses'
  /** It tells the window nothing of what others have stored. */
  isSilent?: true
}

/** Windows of one agent whose requests wait for an answer of the test. */
function browserWith(kind: DraftKind) {
  const { store } = storeInMemory()
  const open = async (keeps?: KeptParts, storage: Storage = { now: 'works' }) => {
    const change: DraftStore['change'] = async (...asked) => {
      if (storage.now === 'hangs') return new Promise<never>(() => {})
      if (storage.now === 'refuses') throw new DOMException('Refused.', 'InvalidStateError')
      return store.change(...asked)
    }
    const watch: DraftStore['watch'] = async (account, onChange) => {
      const hear = (unstored?: readonly unknown[]) => (storage.isSilent ? undefined : onChange(unstored))
      return (await store.watch?.(account, hear)) ?? { tell: () => {}, stop: () => {} }
    }
    const window = openWindow({ store: { ...store, change, watch }, onStore: () => {} })
    const { hand, front } = window
    hand.open(ana, keeps)
    await aWhile()
    hand.switchKind(kind)
    const sent: Sent[] = []
    const send = () =>
      new Promise<CreatedTask>((answer, reject) => {
        sent.push({ answer, refuse: (failure) => reject(new TaskClientError(failure)) })
      })
    const client: Pick<TaskClient, 'send' | 'isReached' | 'me'> = {
      // The command reads the answer; here it is the one that the test gives.
      send: async ({ result }) => {
        const read = await result.safeParse(await send())
        if (!read.success) throw new Error('The answer cannot be read.')
        return read.data
      },
      isReached: createSnapshotStore(true),
      me: () => new Promise(() => {}),
    }
    const network = { isOnline: () => true, subscribe: () => () => {}, probe: async () => {} }
    const submissions = draftSubmissions(client, hand, { now: Date.now, network })
    noteSteps(submissions, hand, () => new Date())
    return {
      ...window,
      press: async (pressed = requestSaying(kind, 'Call back')) => {
        void submissions.of(front().id, front().earlier).submit(pressed)
        await aWhile()
      },
      askAgain: async () => {
        void submissions.of(front().id, front().earlier).askAgain()
        await aWhile()
      },
      settle: async (answer: 'created' | 'not-created') => {
        const [question] = front().earlier?.uncertain ?? []
        submissions.of(front().id, front().earlier).settle(question?.attempt.clientToken ?? '', answer)
        await aWhile()
      },
      state: () => submissions.of(front().id, front().earlier).getSnapshot(),
      signOutAndIn: async () => {
        window.hand.clear()
        submissions.abandon()
        window.hand.open(ana, keeps)
        await aWhile()
      },
      last: () => sent.at(-1),
    }
  }
  return { open }
}

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

      expect(one.state()).toMatchObject({ status: 'unknown', uncertain: [{}] })
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

  const withValue = requestSaying(kind, 'Call back', [{ key: 'order', value: '48213' }])

  /** Two windows with one draft, whose values only the first one has. */
  async function openTwoWindows(keeps: KeptParts = 'no-attribute-values', otherStorage?: Storage) {
    const { open } = browser()
    const [one, other] = [await open(keeps), await open(keeps, otherStorage)]
    one.type('Call back')
    await aWhile()
    return { one, other, before: other.front() }
  }

  describe('of which another window does not have the values', () => {
    it('is not sent there while this window still waits for its answer: the agent is asked', async () => {
      const { one, other, before } = await openTwoWindows()
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
      const { one, other } = await openTwoWindows()
      await one.press(withValue)
      await other.press()
      other.hand.change((desk) => wantingRepeat(desk, other.front().id, requestFingerprint(request)))
      await other.press()

      expect(other.last()).toBeDefined()
    })

    it('is sent there without a question once it was refused here', async () => {
      const { one, other, before } = await openTwoWindows()
      await one.press(withValue)
      one.last()?.refuse(refusal)
      await aWhile()
      await other.press()

      expect(other.last()).toBeDefined()
      expect(repeatedElsewhere(before, { drafts: other.hand, now: new Date() }, request)).toBeUndefined()
    })

    /** The first window has created the task, and the other one has not heard of it. */
    async function createdUnheard() {
      const storage: Storage = { now: 'works' }
      const windows = await openTwoWindows('no-attribute-values', storage)
      storage.isSilent = true
      await windows.one.press(withValue)
      windows.one.last()?.answer({ contactId: 'the-task', scheduledTime: null })
      await aWhile()
      return windows
    }

    it('is found in the store just before it is sent there, if it was created here meanwhile', async () => {
      const { other } = await createdUnheard()
      expect(other.front().phase).toBe('begun')
      const looked = vi.fn<(sentAt: SentElsewhere) => void>()
      await other.hand.withSaved(async ({ sentElsewhereAt }) =>
        looked(await sentElsewhereAt(other.front().id, 'the token of the other values')),
      )

      expect(looked).toHaveBeenCalledWith(expect.any(Number))
      expect(other.front()).toMatchObject({ phase: 'created', task: { contactId: 'the-task' } })
    })

    it('is not sent there with another text unasked, if it was created here meanwhile', async () => {
      const { other, before } = await createdUnheard()
      other.type('Call back today')
      const today = requestSaying(kind, 'Call back today')
      await other.press(today)

      expect(other.last()).toBeUndefined()
      expect(repeatedElsewhere(before, { drafts: other.hand, now: new Date() }, today)).toMatchObject({
        createdAt: expect.any(Number),
      })
    })

    it('is not sent twice when the agent presses in both at once', async () => {
      const { one, other } = await openTwoWindows()
      await Promise.all([one.press(withValue), other.press()])

      expect([one.last(), other.last()].filter(Boolean).length).toBeLessThan(2)
    })

    it('is not sent here either while the other window sends it without its values', async () => {
      const { one, other } = await openTwoWindows()
      await other.press()
      await one.press(withValue)

      expect(one.last()).toBeUndefined()
    })
  })

  describe.each(['hangs', 'refuses'] as const)('a press while the storage %s', (failure) => {
    it('asks first if another window may have sent the draft with other values', async () => {
      const storage: Storage = { now: 'works' }
      const { one, other, before } = await openTwoWindows('no-attribute-values', storage)
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

    it('sends at once what another window would send under the same token', async () => {
      const storage: Storage = { now: 'works' }
      const { other } = await openTwoWindows('everything', storage)
      storage.now = failure
      await other.press()

      expect(other.last()).toBeDefined()
    })

    it('asks first when the proxy and Connect may have forgotten the same token of another window', async () => {
      const storage: Storage = { now: 'works' }
      const { other, before } = await openTwoWindows('everything', storage)
      storage.now = failure
      await vi.advanceTimersByTimeAsync(5 * 60_000)
      await other.press()
      await longest()

      expect(other.last()).toBeUndefined()
      expect(repeatedElsewhere(before, { drafts: other.hand, now: new Date() }, request)).toMatchObject({
        isNotSeen: true,
      })
    })

    it('sends what no other window can have, because this browser has stored nothing of it', async () => {
      const { open } = browser()
      const one = await open('no-attribute-values', { now: failure })
      one.type('Call back')
      await longest()
      await one.press()
      await longest()

      expect(one.last()).toBeDefined()
    })

    it('leaves open what became of a refused task, if another window may have sent the same', async () => {
      const storage: Storage = { now: 'works' }
      const { other } = await openTwoWindows('everything', storage)
      await other.press()
      storage.now = failure
      other.last()?.refuse(refusal)
      await longest()

      expect(other.state()).toMatchObject({ uncertain: [{}] })
    })
  })

  describe('an answer that comes after the agent has signed out and in again', () => {
    it.each(['everything', 'no-attribute-values'] as const)(
      'leaves the text that was typed since, and tells of the task: policy keeps %s',
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
