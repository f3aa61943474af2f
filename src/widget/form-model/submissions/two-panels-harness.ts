import { vi } from 'vitest'
import type { CreatedTask } from '../../../contract/tasks/tasks.ts'
import { TaskClientError, type ClientFailure } from '../../../client/task-client-error.ts'
import type { TaskClient } from '../../../client/task-client.ts'
import type { Attempt } from '../../../core/attempts/attempt.ts'
import type { KeptParts } from '../../../core/existing-task/permissions.ts'
import type { AnyRequest, DraftKind } from '../../../core/message/any-draft.ts'
import { createSnapshotStore } from '../../../core/listeners/snapshot-store.ts'
import type { DraftStore } from '../../../drafts/draft-store.ts'
import { openWindow, storeInMemory } from '../../../drafts/drafts-harness.ts'
import type { LedgerEntry, LedgerStore } from '../../../drafts/ledger/ledger-entry.ts'
import { requestSaying } from '../../../drafts/kinds-harness.ts'
import { wantingRepeat } from '../../../drafts/repeated-draft.ts'
import { requestFingerprint } from '../../../drafts/same-request.ts'
import { sendPressed, type PressNews } from '../../outcome/press/send-pressed.ts'
import { draftSubmissions, noteSteps } from './draft-submissions.ts'

const ana = { issuer: 'https://id.example', subject: 'ana' }

export const refusal: ClientFailure = { code: 'connect-denied', outcome: 'not-created', issues: [] }

export const aWhile = () => vi.advanceTimersByTimeAsync(500)

export interface Sent {
  readonly attempt: Attempt<unknown>
  readonly answer: (result: CreatedTask) => void
  readonly refuse: (failure: ClientFailure) => void
}

export interface Storage {
  now: 'works' | 'hangs' | 'refuses'
  /** The storage does not tell the window what other windows have stored. */
  isSilent?: true
}

function ledgerInMemory(): LedgerStore {
  const results = new Map<string, LedgerEntry>()
  return {
    load: async () => [...results.values()],
    add: async (_account, added) => void results.set(added.contactId, added),
  }
}

/** One agent's windows. Their requests wait until the test answers. */
export function browserWith(kind: DraftKind, hasLocks = true) {
  const { store } = storeInMemory(hasLocks)
  const ledger = ledgerInMemory()
  const open = async (keeps?: KeptParts, storage: Storage = { now: 'works' }) => {
    const change: DraftStore['change'] = async (...asked) => {
      if (storage.now === 'hangs') return new Promise<never>(() => {})
      if (storage.now === 'refuses') throw new DOMException('Refused.', 'InvalidStateError')
      return store.change(...asked)
    }
    const watch: DraftStore['watch'] = async (account, onChange, id) => {
      const hear = (unstored?: readonly unknown[]) => (storage.isSilent ? undefined : onChange(unstored))
      return (await store.watch?.(account, hear, id)) ?? { tell: () => {}, stop: () => {} }
    }
    const window = openWindow({ store: { ...store, change, watch, ledger }, onStore: () => {} })
    const { hand, front } = window
    hand.open(ana, keeps)
    await aWhile()
    hand.switchKind(kind)
    const sent: Sent[] = []
    const send = (attempt: Attempt<unknown>) =>
      new Promise<CreatedTask>((answer, reject) => {
        sent.push({ attempt, answer, refuse: (failure) => reject(new TaskClientError(failure)) })
      })
    const client: Pick<TaskClient, 'send' | 'isReached' | 'me'> = {
      // The answer comes from the test, and the command's schema reads it.
      send: async ({ result }, attempt) => {
        const read = await result.safeParse(await send(attempt))
        if (!read.success) throw new Error('The answer cannot be read.')
        return read.data
      },
      isReached: createSnapshotStore(true),
      me: () => new Promise(() => {}),
    }
    const isOnline = createSnapshotStore(true)
    const { getSnapshot, subscribe } = isOnline
    const network = { isOnline: getSnapshot, subscribe, probe: async () => {} }
    const submissions = draftSubmissions(client, hand, { now: Date.now, network })
    noteSteps(submissions, hand, () => new Date())
    const sending = { current: { submissions, isBlocked: false } }
    const news = createSnapshotStore<PressNews>({})
    return {
      ...window,
      /** The agent presses the button, and answers No where the panel asks. */
      pressButton: (request: AnyRequest) =>
        void sendPressed(
          {
            draft: front(),
            drafts: hand,
            sending,
            news,
            buttonRef: { current: null },
            leaveField: () => {},
            now: () => new Date(),
          },
          request,
        ),
      edit: () => submissions.of(front().id, front().earlier).dismiss(),
      sent,
      goOffline: () => isOnline.set(false),
      press: async (pressed = requestSaying(kind, 'Call back')) => {
        void submissions.of(front().id, front().earlier).submit(pressed)
        await aWhile()
      },
      /** The agent was asked, and wants another. */
      pressForAnother: async (pressed: AnyRequest) => {
        const { id, earlier } = front()
        hand.change((desk) => wantingRepeat(desk, id, requestFingerprint(pressed)))
        void submissions.of(id, earlier).submit(pressed, 'once more')
        await aWhile()
      },
      askAgain: async () => {
        const [question] = front().earlier?.uncertain ?? []
        void submissions.of(front().id, front().earlier).askAgain(question?.attempt.clientToken)
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

export const requestWithValue = (kind: DraftKind): AnyRequest =>
  requestSaying(kind, 'Call back', [{ key: 'order', value: '48213' }])

/** Two windows with the same draft. Only the first window has its values. */
export async function openTwoWindows(
  kind: DraftKind,
  keeps: KeptParts = 'no-attribute-values',
  otherStorage?: Storage,
) {
  const { open } = browserWith(kind)
  const [one, other] = [await open(keeps), await open(keeps, otherStorage)]
  one.type('Call back')
  await aWhile()
  return { one, other, before: other.front() }
}
