import type { StoredUpload } from '../../core/fields/attachments/attachment.ts'
import type { ClientFailure } from '../task-client-error.ts'
import {
  abandonSlot,
  forgetSlot,
  type FileFacts,
  type RunEnd,
  type RunSetting,
  type UploadTrack,
} from './upload-parts.ts'
import { runUpload } from './upload-run.ts'
import type { UploadStep } from './upload-state.ts'

/** A file whose bytes this page has. */
export interface Live {
  readonly id: string
  readonly blob: Blob
  readonly step: UploadStep
  /** The proxy has given it a place in the bucket, under its name. */
  readonly hasPlace: boolean
}

export interface UploadQueueOptions extends RunSetting {
  /** The file as the draft has it now. Undefined if no draft has it. */
  readonly factsOf: (fileId: string) => FileFacts | undefined
  readonly onStep: () => void
  readonly onFinished: (fileId: string, upload: StoredUpload) => void
}

/** The files of a page on their way. */
export interface UploadQueue {
  readonly get: (fileId: string) => Live | undefined
  readonly ids: () => readonly string[]
  readonly add: (fileId: string, blob: Blob) => void
  /** Puts a file at the end of the queue. A failed upload continues where it failed. */
  readonly begin: (fileId: string) => void
  /** Stops the upload of a file, and deletes its bytes from the bucket. */
  readonly stop: (fileId: string) => void
  readonly forget: (fileId: string) => void
  /** Call this when the agent signs out. Stops all uploads. */
  readonly abandon: () => void
}

/** How many files are uploaded at once. More would only share the agent's bandwidth. */
const filesAtOnce = 2

export const doneStep: UploadStep = { state: 'done', progress: 1 }
const waiting: UploadStep = { state: 'waiting', progress: 0 }
const cancelled: UploadStep = { state: 'cancelled', progress: 0 }

/** An exception of our own code. */
const broken: ClientFailure = { code: 'unreadable', outcome: 'not-created', issues: [] }

interface Runner {
  readonly id: string
  readonly blob: Blob
  readonly track: UploadTrack
  step: UploadStep
  controller?: AbortController | undefined
}

export function createUploadQueue(options: UploadQueueOptions): UploadQueue {
  const { factsOf, onStep, onFinished, discard } = options
  const runners = new Map<string, Runner>()
  let line: readonly Runner[] = []
  let running = 0

  function show(runner: Runner, step: UploadStep): void {
    runner.step = step
    onStep()
  }

  async function run(runner: Runner, known: FileFacts): Promise<void> {
    const { id, blob, track } = runner
    const controller = new AbortController()
    runner.controller = controller
    running += 1
    const subject = { blob, track, facts: () => factsOf(id) ?? known }
    const end = await runUpload(subject, options, controller.signal, (step) => {
      if (runner.controller === controller) show(runner, step)
    }).catch((): RunEnd => ({ failure: { reason: 'proxy', failure: broken, canRetry: true } }))
    running -= 1
    if (runner.controller === controller && end) {
      runner.controller = undefined
      if ('failure' in end) {
        show(runner, { state: 'failed', progress: runner.step.progress, failure: end.failure })
      } else {
        forgetSlot(track)
        // Change the draft first: otherwise the panel would show a file that has arrived as lost.
        onFinished(id, end.upload)
        show(runner, doneStep)
      }
    }
    startNext()
  }

  function startNext(): void {
    while (running < filesAtOnce) {
      const [next] = line
      if (!next) return
      line = line.slice(1)
      const facts = factsOf(next.id)
      if (facts) void run(next, facts)
    }
  }

  function halt(runner: Runner): void {
    line = line.filter((each) => each !== runner)
    runner.controller?.abort()
    runner.controller = undefined
  }

  return {
    get: (fileId) => {
      const runner = runners.get(fileId)
      return runner && { ...runner, hasPlace: runner.track.slot !== undefined }
    },
    ids: () => [...runners.keys()],
    add: (fileId, blob) => {
      runners.set(fileId, { id: fileId, blob, track: {}, step: waiting })
    },
    begin: (fileId) => {
      const runner = runners.get(fileId)
      if (!runner) return
      halt(runner)
      runner.step = waiting
      line = [...line, runner]
      startNext()
      onStep()
    },
    stop: (fileId) => {
      const runner = runners.get(fileId)
      if (!runner) return
      halt(runner)
      abandonSlot(runner.track, discard)
      if (runner.step !== doneStep) show(runner, cancelled)
    },
    forget: (fileId) => void runners.delete(fileId),
    abandon: () => {
      for (const runner of runners.values()) halt(runner)
      runners.clear()
      onStep()
    },
  }
}
