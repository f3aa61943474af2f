import type { UploadState } from '../../client/uploads/upload-state.ts'
import type { NotCarried } from '../../core/fields/references/carried-reference.ts'
import type { Channel } from '../../core/contact/contact.ts'

type ByName = (name: string) => string

/** The words of the files of a task. */
export interface FileMessages {
  /** The kind, among those of the other references. */
  readonly kind: string
  /** The kind where no file can be added. */
  readonly kindUnavailable: string
  /** The button of a row whose kind is a file. */
  readonly choose: string
  readonly list: string
  readonly add: string
  readonly hint: (most: number, size: string) => string
  readonly full: (most: number) => string
  readonly left: (count: number) => string
  readonly folder: string
  readonly unavailable: Readonly<Record<'not-configured' | 'forbidden', string>>
  readonly drop: string
  readonly summary: (count: number) => string
  readonly uploading: (count: number) => string
  /** Files that wait for the agent. */
  readonly stopped: (count: number) => string
  /** The parts of the line of a closed section. */
  readonly line: (parts: readonly string[]) => string
  /** A file of the list, with its position. */
  readonly row: (position: number) => string
  /** How far the file is; `percent` of the whole way. */
  readonly state: Readonly<Record<UploadState, (percent: string) => string>>
  /** Why it has not arrived, where no rule refuses it. */
  readonly failure: Readonly<Record<'unreachable' | 'store' | 'unreadable' | 'expired' | 'missing', string>>
  readonly progressOf: ByName
  readonly cancel: string
  readonly cancelOf: ByName
  readonly retry: string
  readonly retryOf: ByName
  readonly chooseAgain: string
  readonly chooseAgainOf: ByName
  readonly remove: (position: number, name: string) => string
  readonly removed: ByName
  readonly offerName: ByName
  /** For screen readers. */
  readonly uploaded: ByName
  readonly notUploaded: ByName
  readonly added: (count: number) => string
}

/** The words of the references that the contact has. */
export interface ContactReferenceMessages {
  readonly title: (count: number, channel: Channel) => string
  /** Before they have been read. */
  readonly titleUncounted: (channel: Channel) => string
  readonly none: string
  readonly reading: string
  readonly unread: string
  readonly unnamed: string
  readonly add: string
  readonly addOf: (name: string) => string
  readonly added: string
  readonly addedOf: (name: string) => string
  /** Why a task cannot have one. */
  readonly why: Readonly<Record<NotCarried, string>>
}
