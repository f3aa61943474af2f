import { CodeNotLoadedError } from './late-code.ts'
import { askingProxy } from './upload-asking.ts'
import { abandonSlot, forgetSlot } from './upload-parts.ts'
import type { RunEnd, Running, RunSetting, UploadSubject } from './upload-parts.ts'
import { sendFile } from './upload-sending.ts'
import type { UploadFailure, UploadStep } from './upload-state.ts'

/** The shares of the steps in the progress bar. */
const hashedPart = 0.1
const sentPart = 0.95

/** The hash of a file. It is kept for the next run. Undefined if the run was stopped. */
async function hashed(
  { blob, track }: UploadSubject,
  { way }: RunSetting,
  { signal, show }: Running,
): Promise<string | UploadFailure | undefined> {
  if (track.sha256 !== undefined) return track.sha256
  show({ state: 'hashing', progress: 0 })
  const onPart = (part: number) => {
    const progress = Math.min(Math.max(part, 0), 1) * hashedPart
    if (!signal.aborted) show({ state: 'hashing', progress })
  }
  try {
    const sha256 = await way.hash(blob, onPart, signal)
    if (signal.aborted) return undefined
    track.sha256 = sha256
    return sha256
  } catch (error) {
    if (signal.aborted) return undefined
    const reason = error instanceof CodeNotLoadedError ? 'unreachable' : 'unreadable'
    return { reason, canRetry: true }
  }
}

/** The proxy checks the bytes in the bucket. */
async function completed(
  { track }: UploadSubject,
  { way, discard }: RunSetting,
  { signal, show, asked }: Running,
): Promise<RunEnd | undefined> {
  const { slot } = track
  if (signal.aborted || !slot) return undefined
  show({ state: 'completing', progress: sentPart })
  const upload = await asked(() => way.complete(slot))
  if (!upload || signal.aborted) return undefined
  if (!('reason' in upload)) return { upload }
  // The proxy has deleted the file, or could not check it any more.
  if (upload.reason === 'refused') {
    const isOver = upload.failure.issues.some(({ code }) => code === 'file-expired')
    if (isOver) abandonSlot(track, discard)
    else forgetSlot(track)
  }
  return { failure: upload }
}

/** Runs the whole upload of one file. Resolves to undefined if it was stopped. */
export async function runUpload(
  subject: UploadSubject,
  setting: RunSetting,
  signal: AbortSignal,
  show: (step: UploadStep) => void,
): Promise<RunEnd | undefined> {
  const stopped = new Promise<undefined>((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true })
  })
  const running: Running = { signal, stopped, show, asked: askingProxy(setting, { signal, stopped }) }
  show({ state: 'checking', progress: 0 })
  const refused = await Promise.race([setting.way.judge(subject.facts()), stopped])
  if (signal.aborted) return undefined
  if (refused) return { failure: refused }
  const sha256 = await hashed(subject, setting, running)
  if (sha256 === undefined) return undefined
  if (typeof sha256 !== 'string') return { failure: sha256 }
  if (!subject.track.isStored) {
    const failure = await sendFile({ ...subject, sha256, from: hashedPart, to: sentPart }, setting, running)
    if (failure) return { failure }
  }
  return completed(subject, setting, running)
}
