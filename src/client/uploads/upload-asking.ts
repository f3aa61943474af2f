import { freshPatience, pauseAfter } from '../attempts/patience.ts'
import { TaskClientError, type ClientFailure } from '../task-client-error.ts'
import type { Running, RunSetting } from './upload-parts.ts'
import type { UploadFailure } from './upload-state.ts'

const refusals: ReadonlySet<string> = new Set(['upload-refused', 'invalid'])

/** The file is not in the bucket or not as announced. Uploading it again may help. */
const mendable: ReadonlySet<string> = new Set(['file-not-uploaded', 'file-expired', 'file-refused'])

const ofProxy = (failure: ClientFailure): UploadFailure =>
  refusals.has(failure.code)
    ? { reason: 'refused', failure, canRetry: failure.issues.some(({ code }) => mendable.has(code)) }
    : { reason: 'proxy', failure, canRetry: true }

export const askingProxy =
  (
    { wait, random }: Pick<RunSetting, 'wait' | 'random'>,
    { signal, stopped }: Pick<Running, 'signal' | 'stopped'>,
  ): Running['asked'] =>
  async (ask) => {
    let patience = freshPatience
    /* Sequential requests. */
    /* oxlint-disable no-await-in-loop */
    while (!signal.aborted) {
      try {
        return await Promise.race([ask(), stopped])
      } catch (error) {
        if (!(error instanceof TaskClientError)) throw error
        const pause = pauseAfter(error.failure, patience, random)
        if (!pause) return ofProxy(error.failure)
        ;({ patience } = pause)
        await Promise.race([wait(pause.seconds * 1_000), stopped])
      }
    }
    /* oxlint-enable no-await-in-loop */
    return undefined
  }
