import type { UploadState } from '../../client/uploads/upload-state.ts'
import type { NotCarried } from '../../core/fields/references/carried-reference.ts'
import type { Channel } from '../../core/contact/contact.ts'

type ByName = (name: string) => string

/** The words of the files of a task. */
export interface FileMessages {
  /** The name of the type "file" in the list of reference types. */
  readonly kind: string
  /** The same if no file can be added. */
  readonly kindUnavailable: string
  /** The button in a row of the type "file". */
  readonly choose: string
  readonly list: string
  readonly add: string
  readonly hint: (most: number, size: string) => string
  readonly full: (most: number) => string
  readonly left: (count: number) => string
  /** The same in the line of the section. */
  readonly leftShort: (count: number) => string
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
  /** The progress of the upload. */
  readonly state: Readonly<Record<UploadState, (percent: string) => string>>
  /** Why the upload failed, if no rule refuses the file. */
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

/** The words about the references of the contact. */
export interface ContactReferenceMessages {
  readonly title: (count: number, channel: Channel) => string
  /** The title before the references have been read. */
  readonly titleUncounted: (channel: Channel) => string
  readonly none: string
  readonly reading: string
  readonly unread: string
  /** The same in the line of the section. */
  readonly unreadShort: string
  readonly unnamed: string
  readonly add: string
  readonly addOf: (name: string) => string
  readonly added: string
  readonly addedOf: (name: string) => string
  /** Why a task cannot have this reference. */
  readonly why: Readonly<Record<NotCarried, string>>
}
