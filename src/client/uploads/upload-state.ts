import type { ClientFailure } from '../task-client-error.ts'

/** How far a file is on its way from the browser to the organisation's bucket. */
export type UploadState =
  /** It waits for other files. */
  | 'waiting'
  /** Its name, type and size are being checked. */
  | 'checking'
  | 'hashing'
  /** The proxy is asked for a place in the bucket. */
  | 'asking'
  | 'sending'
  /** The proxy checks the bytes in the bucket. */
  | 'completing'
  | 'done'
  | 'failed'
  | 'cancelled'

export type UploadFailure =
  /** The rules or the proxy refuse the file or its content, or the proxy cannot be asked. The failure says which. */
  | { readonly reason: 'refused' | 'proxy'; readonly failure: ClientFailure; readonly canRetry: boolean }
  /**
   * `unreachable`, `store`: a failure of the bucket. `unreadable`: the browser cannot read the file. It may have been moved or
   * changed.
   */
  | { readonly reason: 'unreachable' | 'store' | 'unreadable'; readonly canRetry: true }
  /** The bucket has deleted the file after its time. It can be sent again while the page still has it. */
  | { readonly reason: 'expired'; readonly canRetry: boolean }
  /** The page was closed before the file had arrived. The agent must choose it again. */
  | { readonly reason: 'missing'; readonly canRetry: false }

/** One step of a file on its way. */
export type UploadStep =
  | { readonly state: 'failed'; readonly progress: number; readonly failure: UploadFailure }
  | {
      readonly state: Exclude<UploadState, 'failed'>
      readonly progress: number
      readonly failure?: undefined
    }

/** A file of a draft, with its progress. */
export type FileOnItsWay = UploadStep & {
  readonly id: string
  readonly name: string
  readonly bytes: number
  /** The media type from the browser. Empty if the browser does not know it. */
  readonly type: string
  /** The bytes, for a thumbnail. Absent once the page was reloaded, and for files of another window. */
  readonly blob?: Blob
  /** The name can still be changed: the proxy has not been asked for a place. */
  readonly canRename: boolean
}

/** True if the file may still arrive without the agent. */
export const isOnItsWay = ({ state }: Pick<UploadStep, 'state'>): boolean =>
  state !== 'done' && state !== 'failed' && state !== 'cancelled'
