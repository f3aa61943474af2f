import { createClock } from '../submissions/submission-harness.ts'
import { TaskClientError, type ClientFailure } from '../task-client-error.ts'
import type { AttachmentDraft, StoredUpload } from '../../core/fields/attachments/attachment.ts'
import type { FilesOfDrafts } from './drafts/files-of-drafts.ts'
import { createUploads, type Uploads } from './uploads.ts'
import type { PutEnd, UploadSlot } from './upload-parts.ts'

/** How a request to the proxy or the bucket ends. */
export type Fate = 'answered' | 'lost' | 'refused' | 'busy'

const failures = {
  lost: { code: 'unreachable', outcome: 'unknown', issues: [] },
  refused: { code: 'invalid', outcome: 'not-created', issues: [] },
  busy: { code: 'busy', outcome: 'not-created', issues: [], retryAfterSeconds: 5 },
} as const satisfies Record<string, ClientFailure>

const putEnds = {
  answered: 'stored',
  lost: 'unreachable',
  refused: 'refused',
  busy: 'failed',
} as const satisfies Record<Fate, PutEnd>

const uploadLivesMs = 20 * 3_600_000
const slotLivesMs = 15 * 60_000

/** HTML standard: a browser ends a longer timer at once. */
const longestTimerMs = 2 ** 31 - 1

interface Open {
  readonly what: 'hash' | 'begin' | 'put' | 'complete'
  readonly end: (fate: Fate) => void
}

/** A desk with files only. */
function createDesk() {
  let drafts: ReadonlyMap<string, readonly AttachmentDraft[]> = new Map()
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const set = (next: ReadonlyMap<string, readonly AttachmentDraft[]>) => {
    // A listener may make another change before this one is made.
    tell()
    drafts = next
    tell()
  }
  const files: FilesOfDrafts = {
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    of: (draftId) => drafts.get(draftId),
    find: (fileId) => [...drafts.values()].flat().find(({ id }) => id === fileId),
    changeList: (draftId, change) => {
      const before = drafts.get(draftId)
      if (before) set(new Map([...drafts, [draftId, change(before)]]))
    },
    changeFile: (fileId, change) =>
      set(
        new Map(
          [...drafts].map(([draftId, list]) => [
            draftId,
            list.map((file) => (file.id === fileId ? change(file) : file)),
          ]),
        ),
      ),
  }
  return {
    files,
    open: (draftId: string) => set(new Map([...drafts, [draftId, drafts.get(draftId) ?? []]])),
    copy: (from: string, to: string) => set(new Map([...drafts, [to, drafts.get(from) ?? []]])),
    tokens: () => [...drafts.values()].flat().flatMap(({ upload }) => upload?.token ?? []),
    restore: (draftId: string, list: readonly AttachmentDraft[]) =>
      set(new Map([...drafts, [draftId, list]])),
    drop: (draftId: string) => set(new Map([...drafts].filter(([id]) => id !== draftId))),
  }
}

/** Ends work at once when it is stopped, as a browser does. */
async function untilStopped<Answer>(work: Promise<Answer>, signal: AbortSignal, stopped: Answer) {
  const stop = new Promise<Answer>((resolve) => {
    signal.addEventListener('abort', () => resolve(stopped), { once: true })
  })
  return Promise.race([work, stop])
}

/** Files on their way from one page, whose answers the test gives. */
export function createUploadsModel() {
  const clock = createClock()
  const desk = createDesk()
  const mistakes: string[] = []
  const discarded: string[] = []
  let open: readonly Open[] = []
  let tokens = 0
  let ids = 0
  const newToken = (kind: string) => `${kind}-${(tokens += 1)}`

  const asking = <Answer>(what: Open['what'], answerTo: (fate: Fate) => Answer) =>
    new Promise<Answer>((resolve, reject) => {
      const each: Open = {
        what,
        end: (fate) => {
          open = open.filter((other) => other !== each)
          try {
            resolve(answerTo(fate))
          } catch (error) {
            reject(error instanceof Error ? error : new Error('The model failed.'))
          }
        },
      }
      open = [...open, each]
    })

  const answered = <Answer>(what: Open['what'], answer: () => Answer) =>
    asking(what, (fate) => {
      if (fate !== 'answered') throw new TaskClientError(failures[fate])
      return answer()
    })

  let puts = 0
  const start = (): Uploads =>
    createUploads({
      files: desk.files,
      now: clock.now,
      wait: (milliseconds) => {
        if (milliseconds > longestTimerMs) mistakes.push('a wait was too long for a browser')
        return clock.wait(milliseconds)
      },
      random: () => 1,
      newId: () => `file-${(ids += 1)}`,
      discard: async (token) => {
        discarded.push(token)
        if (desk.tokens().includes(token)) mistakes.push(`${token} was deleted, and a draft has it`)
      },
      way: {
        judge: async ({ name }) =>
          name !== '' ? undefined : { reason: 'refused', failure: failures.refused, canRetry: false },
        hash: async (_file, onPart, signal) => {
          onPart(0.5)
          const hash = asking('hash', (fate) => {
            if (fate !== 'answered') throw new Error('The file cannot be read.')
            return 'hash'
          })
          return untilStopped(hash, signal, '')
        },
        begin: () =>
          answered('begin', (): UploadSlot => ({
            upload: newToken('slot'),
            url: 'https://bucket.example/key',
            headers: {},
            expiresAt: clock.now() + slotLivesMs,
          })),
        put: async (slot, _file, onPart, signal) => {
          puts += 1
          if (puts > 2) mistakes.push('more than two files were sent at once')
          if (slot.expiresAt <= clock.now()) mistakes.push('a file was sent with an old URL')
          onPart(0.5)
          const end = await untilStopped<PutEnd>(
            asking('put', (fate) => putEnds[fate]),
            signal,
            'failed',
          )
          puts -= 1
          return end
        },
        complete: () =>
          answered('complete', (): StoredUpload => ({
            token: newToken('upload'),
            expiresAt: clock.now() + uploadLivesMs,
          })),
      },
    })

  let page = start()
  const fileAt = (draftId: string, index: number) => {
    const all = desk.files.of(draftId) ?? []
    return all[index % Math.max(all.length, 1)]?.id ?? ''
  }

  return {
    clock,
    desk,
    mistakes,
    discarded,
    open: () => open,
    uploads: (draftId: string) => page.of(draftId),
    isBusy: () => page.isBusy(),
    resume: () => page.resume(),
    fileAt,
    list: (draftId: string) => page.of(draftId).getSnapshot(),
    end: async (fate: Fate, index = 0) => {
      open[index % Math.max(open.length, 1)]?.end(fate)
      await clock.settle()
    },
    /** Closes the page with everything that is on its way, and opens it again. */
    reload: async () => {
      page.abandon()
      open = []
      puts = 0
      page = start()
      await clock.settle()
    },
  }
}

export const chosenFile = (name: string, bytes = 1): File =>
  new File([new Uint8Array(bytes)], name, { type: 'image/png' })
