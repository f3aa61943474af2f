import type { ClientFailure } from '../task-client-error.ts'

/** How far a file is on its way from the browser to the organisation's bucket. */
export type UploadState =
  /** Other files are before it. */
  | 'waiting'
  /** The rules for its name, type and size are asked. */
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
  /** The rules, the proxy or its look at the content refuse the file, or the proxy cannot be asked: the failure says which. */
  | { readonly reason: 'refused' | 'proxy'; readonly failure: ClientFailure; readonly canRetry: boolean }
  /** `unreachable`, `store`: the bucket. `unreadable`: the browser cannot read the file, which may have been moved or changed. */
  | { readonly reason: 'unreachable' | 'store' | 'unreadable'; readonly canRetry: true }
  /** It was there for as long as the bucket keeps it. It can be sent again while the page still has the file. */
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

/** A file of a draft, and how far it is. */
export type FileOnItsWay = UploadStep & {
  readonly id: string
  readonly name: string
  readonly bytes: number
  /** As the browser names it; empty where it knows none. */
  readonly type: string
  /** The bytes, for a thumbnail. Absent once the page was reloaded, and for files of another window. */
  readonly blob?: Blob
  /** The name can still be changed: the proxy has not been asked for a place. */
  readonly canRename: boolean
}

/** It may still arrive without the agent. */
export const isOnItsWay = ({ state }: Pick<UploadStep, 'state'>): boolean =>
  state !== 'done' && state !== 'failed' && state !== 'cancelled'
