import type { ProblemCode } from '../../contract/problems/problem.ts'
import type { NoteWaiting } from '../rates/rate-limiter.ts'
import type { StoreCall } from '../uploads/store/object-store.ts'
import type { AskedMessage, UploadLine } from './audit-line.ts'
import type { LogRequest } from './request-log.ts'

/** One call of an operation, with all its pages and retries. */
export interface ConnectCall {
  /** The name of the operation. */
  readonly operation: string
  readonly result: 'ok' | ProblemCode
  readonly durationMs: number
}

/** A message that Connect has accepted, or of which the answer was lost. */
export interface MessageCount extends Pick<AskedMessage, 'subtype'> {
  readonly result: 'accepted' | 'unknown'
}

export type ListName = 'users' | 'destinations'

/** Both are undefined until the list has been read. */
export interface WatchedList {
  readonly ageMs: () => number | undefined
  readonly size?: () => number | undefined
}

/** The app counts these events. A host decides where the numbers go. */
export interface Metrics {
  readonly noteRequest: LogRequest
  readonly noteConnectCall: (call: ConnectCall) => void
  readonly noteWaiting: NoteWaiting
  readonly noteStoreCall: (call: StoreCall) => void
  readonly noteUpload: (line: Pick<UploadLine, 'upload' | 'bytes'>) => void
  readonly noteMessage: (line: MessageCount) => void
  readonly watchList: (list: ListName, facts: WatchedList) => void
  /** Called only in a proxy that has a shared store. */
  readonly watchSharing: (isShared: () => boolean) => void
}
