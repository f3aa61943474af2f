import { setImmediate as macrotask } from 'node:timers/promises'
import { createClock } from '../../../client/submissions/submission-harness.ts'
import { alwaysOnline } from '../../../client/network/network.ts'
import type { TaskClient } from '../../../client/task-client.ts'
import { TaskClientError, type ClientFailure } from '../../../client/task-client-error.ts'
import type { PutEnd } from '../../../client/uploads/upload-parts.ts'
import { discardBy, uploadWay } from '../../../client/uploads/upload-way.ts'
import { createUploads } from '../../../client/uploads/uploads.ts'
import { createSnapshotStore } from '../../../core/listeners/snapshot-store.ts'
import { emptyDraft } from '../../../core/task/task-draft.ts'
import type { TaskRequest } from '../../../core/task/task-parts.ts'
import { frontOf } from '../../../drafts/desk/desk.ts'
import { createDraftsAtHand } from '../../../drafts/drafts-at-hand.ts'
import { storeInMemory } from '../../../drafts/drafts-harness.ts'
import { draftSubmissions, noteSteps } from '../submissions/draft-submissions.ts'
import { filesOfDrafts } from './files-of-drafts.ts'
import { taskSealing } from './task-sealing.ts'
import { filesIn } from '../../../drafts/desk/draft-files.ts'

/** The way in which a request ends. `lost after`: the proxy carries it out, but its answer is lost. */
export type Fate = 'answered' | 'lost' | 'lost after' | 'refused'

const lost: ClientFailure = { code: 'unreachable', outcome: 'unknown', issues: [] }
const refused: ClientFailure = { code: 'invalid', outcome: 'not-created', issues: [] }
const uploadRefused: ClientFailure = { code: 'upload-refused', outcome: 'not-created', issues: [] }

/** Short, so that it expires in many runs. */
const readyLivesMs = 90_000
const uploadLivesMs = 3_600_000

interface Open {
  readonly path: string
  readonly end: (fate: Fate) => void
}

const membersOf = (body: unknown): ReadonlyMap<string, unknown> =>
  new Map(typeof body === 'object' && body !== null ? Object.entries(body) : [])

const uploadsOf = (list: unknown): readonly string[] =>
  Array.isArray(list) ? list.map((each) => String(membersOf(each).get('upload') ?? each)) : []

/** Tokens of the model are `KIND OBJECT` and, once ready, `ready OBJECT UNTIL`. */
const objectIn = (token: unknown): string => (typeof token === 'string' ? (token.split(' ')[1] ?? '') : '')

/** The proxy with its bucket and Connect. Like the real one, the proxy itself has no state. */
function createFarSide(now: () => number) {
  const mistakes: string[] = []
  /** The tasks by client token, with the bytes of their request. */
  const tasks = new Map<string, { readonly id: string; readonly bytes: string }>()
  const sentBytes = new Map<string, string>()
  const objects = new Set<string>()
  let made = 0

  function create(body: ReadonlyMap<string, unknown>) {
    const token = String(body.get('clientToken'))
    const bytes = JSON.stringify([...body])
    if ((sentBytes.get(token) ?? bytes) !== bytes) mistakes.push(`${token} was sent with other bytes`)
    sentBytes.set(token, bytes)
    const known = tasks.get(token)
    if (known) return { contactId: known.id, scheduledTime: null }
    const uploads = uploadsOf(body.get('attachments'))
    const parts = uploads.map((upload) => upload.split(' '))
    if (parts.some(([kind, , until]) => kind !== 'ready' || Number(until) <= now()))
      throw new TaskClientError(uploadRefused)
    if (parts.some(([, object = '']) => !objects.has(object)))
      mistakes.push(`${token} has a file that is gone`)
    const id = `task-${(made += 1)}`
    tasks.set(token, { id, bytes })
    return { contactId: id, scheduledTime: null }
  }

  const at = (milliseconds: number) => new Date(now() + milliseconds).toISOString()

  function answer(path: string, body: ReadonlyMap<string, unknown>): unknown {
    const object = objectIn(body.get('upload'))
    switch (path) {
      case '/api/v1/uploads':
        made += 1
        return { upload: `slot object-${made}`, url: `object-${made}`, headers: {}, expiresAt: at(900_000) }
      case '/api/v1/uploads/complete':
        if (!objects.has(object)) throw new TaskClientError(uploadRefused)
        return { upload: `upload ${object}`, expiresAt: at(uploadLivesMs) }
      case '/api/v1/uploads/ready': {
        const readyUntil = now() + readyLivesMs
        const asked = uploadsOf(body.get('uploads')).map(objectIn)
        if (asked.some((each) => !objects.has(each))) throw new TaskClientError(uploadRefused)
        // Connect gets a copy of each file for the task, and no token names that copy.
        for (const each of asked) objects.add(`${each}-given`)
        const attachments = asked.map((each) => ({ upload: `ready ${each}-given ${readyUntil}` }))
        return { attachments, expiresAt: at(readyLivesMs) }
      }
      case '/api/v1/uploads/discard': {
        objects.delete(object)
        const isUsed = [...tasks.values()].some(({ bytes }) => bytes.includes(`ready ${object} `))
        if (isUsed) mistakes.push(`${object} was deleted, and a task has it`)
        return undefined
      }
      default:
        return create(body)
    }
  }
  return { mistakes, tasks, objects, answer }
}

/** One agent with one draft, and everything between the draft and Connect. */
export async function createFilesModel() {
  const clock = createClock()
  const far = createFarSide(clock.now)
  const { store } = storeInMemory()
  const told = new Set<string>()
  let open: readonly Open[] = []
  let puts: readonly ((end: PutEnd) => void)[] = []
  let ids = 0

  const sendTo: TaskClient['send'] = ({ path, body, result }, attempt) =>
    new Promise((resolve, reject) => {
      const sentPath = path(attempt.request)
      const sent = membersOf(JSON.parse(JSON.stringify(body(attempt))))
      const each: Open = {
        path: sentPath,
        end: (fate) => {
          open = open.filter((other) => other !== each)
          const carriedOut = async () => {
            if (fate === 'lost') throw new TaskClientError(lost)
            if (fate === 'refused') throw new TaskClientError(refused)
            const answer = far.answer(sentPath, sent)
            if (fate === 'lost after') throw new TaskClientError(lost)
            const read = await result.safeParse(answer)
            if (!read.success) throw new Error('The answer of the model is wrong.')
            return read.data
          }
          carriedOut().then(resolve, reject)
        },
      }
      open = [...open, each]
    })

  async function settle() {
    for (let turn = 0; turn < 6; turn += 1) await macrotask()
    await clock.settle()
  }

  async function openPage() {
    const drafts = createDraftsAtHand({ store, blank: emptyDraft, onStore: () => {}, now: clock.now })
    drafts.open({ issuer: 'https://id.example', subject: 'ana' })
    await settle()
    const way = uploadWay({ send: sendTo }, async () => undefined)
    const uploads = createUploads({
      files: filesOfDrafts(drafts, clock.now),
      way: {
        ...way,
        hash: async () => 'hash',
        put: ({ url }) =>
          new Promise((resolve) => {
            puts = [
              ...puts,
              (end) => {
                if (end === 'stored') far.objects.add(url)
                resolve(end)
              },
            ]
          }),
      },
      discard: discardBy({ send: sendTo }),
      now: clock.now,
      wait: clock.wait,
      random: () => 1,
      newId: () => `file-${(ids += 1)}`,
    })
    const submissions = draftSubmissions(
      { send: sendTo, isReached: createSnapshotStore(true), me: () => Promise.reject(new Error('unused')) },
      drafts,
      {
        now: clock.now,
        uptime: clock.now,
        wait: clock.wait,
        random: () => 1,
        network: alwaysOnline,
        sealing: (draftId) =>
          taskSealing(draftId, { client: { send: sendTo }, drafts, uploads, wait: clock.wait }),
      },
    )
    noteSteps(submissions, drafts, () => new Date(clock.now()))
    submissions.subscribe((_, state) => {
      if (state.status === 'done') told.add(state.result.contactId)
      for (const { result } of state.found) told.add(result.contactId)
    })
    return { drafts, uploads, submissions }
  }
  let page = await openPage()

  const front = () => frontOf(page.drafts.getSnapshot())
  const files = () => page.uploads.of(front().id)
  const submission = () => page.submissions.of(front().id, front().earlier)
  const requestNow = (): TaskRequest => ({
    name: 'Call back',
    destination: { type: 'flow', flowId: 'f' },
    references: [],
    attributes: [],
    attachments: filesIn(front().content).map(({ id, name, bytes, upload }) => ({
      id,
      name,
      bytes,
      upload: upload?.token ?? '',
    })),
  })

  return {
    clock,
    far,
    told,
    settle,
    open: () => open,
    files,
    submission,
    /** The desk has not read this typed name yet. */
    type: (name: string) => {
      const { id, content } = front()
      page.drafts.attach(id, () => ({ ...content, name }))
    },
    add: () => files().add([new File(['x'], 'a.png')]),
    press: () => {
      // The form is gone, so a late press sends nothing.
      if (front().phase === 'created') return
      if (filesIn(front().content).length === 0) return
      submission().dismiss()
      void submission().submit(requestNow())
    },
    end: (fate: Fate, index: number) => open[index % Math.max(open.length, 1)]?.end(fate),
    put: (end: PutEnd) => {
      const [first] = puts
      puts = puts.slice(1)
      first?.(end)
    },
    /** Reloads the page. The new page gets no answer to an open request, but the proxy may still carry it out. */
    reload: async () => {
      void page.drafts.leave()
      await settle()
      page.submissions.abandon()
      page.uploads.abandon()
      page = await openPage()
    },
    /** The agent looks in Connect and answers the open questions truthfully. */
    answerQuestions: () => {
      for (const { attempt } of submission().getSnapshot().uncertain) {
        const { clientToken } = attempt
        if (submission().mayAskAgain(clientToken) || open.length > 0) continue
        const task = far.tasks.get(clientToken)
        submission().settle(
          clientToken,
          task ? { result: { contactId: task.id, scheduledTime: null } } : 'not-created',
        )
      }
    },
  }
}
