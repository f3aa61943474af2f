import { expect, test } from 'vitest'
import { TaskClientError } from '../../../client/task-client-error.ts'
import { emptyDraft } from '../../../core/task/task-draft.ts'
import type { TaskRequest } from '../../../core/task/task-parts.ts'
import { frontOf } from '../../../drafts/desk/desk.ts'
import { createDraftsAtHand } from '../../../drafts/drafts-at-hand.ts'
import { storeInMemory } from '../../../drafts/drafts-harness.ts'
import { alwaysOnline } from '../../../client/network/network.ts'
import { draftSubmissions, noteSteps } from './draft-submissions.ts'
import { titleOf } from '../../../drafts/desk/draft-title.ts'

const ana = { issuer: 'https://id.example', subject: 'ana' }

const request: TaskRequest = {
  name: 'Call back',
  destination: { type: 'flow', flowId: 'f' },
  references: [],
  attributes: [],
}

/** A window with a proxy that refuses every task. */
function openWindow(store: ReturnType<typeof storeInMemory>['store']) {
  const drafts = createDraftsAtHand({ store, blank: emptyDraft, onStore: () => {} })
  drafts.open(ana)
  const client = {
    send: async () => {
      throw new TaskClientError({ code: 'destination-gone', outcome: 'not-created', issues: [] })
    },
    isReached: { subscribe: () => () => {}, getSnapshot: () => true },
    me: async () => {
      throw new Error('Not asked for here.')
    },
  }
  const submissions = draftSubmissions(client, drafts, { now: Date.now, network: alwaysOnline })
  noteSteps(submissions, drafts, () => new Date())
  const front = () => frontOf(drafts.getSnapshot())
  const type = (name: string) => {
    drafts.attach(front().id, () => ({ ...emptyDraft, name }))()
    return drafts.flush()
  }
  return { drafts, submissions, front, type, state: () => submissions.of(front().id).getSnapshot().status }
}

test('a failure is about the text that failed, and ends when another window’s text replaces it', async () => {
  const { store } = storeInMemory()
  const [one, other] = [openWindow(store), openWindow(store)]
  await one.drafts.withSaved(({ follow }) => follow())
  await other.drafts.withSaved(({ follow }) => follow())
  await one.type('Call back')
  await other.drafts.withSaved(({ follow }) => follow())
  expect(other.front().id).toBe(one.front().id)

  const sending = other.submissions.of(other.front().id).submit(request)
  expect(other.front().isUnderWay).toBe(true)
  await sending
  expect([other.state(), other.front().isUnderWay]).toEqual(['not-done', false])

  await other.drafts.flush()
  await one.type('Call back today')
  await other.drafts.withSaved(({ follow }) => follow())

  expect(titleOf(other.front().content)).toBe('Call back today')
  expect(other.state()).toBe('idle')
})
