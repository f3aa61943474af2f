// No run-time imports: the first load of the panel has this file.

/** Files of one task (Connect API, `StartTaskContact`, `Attachments`). */
export const attachmentsLimit = 5

/** What the proxy has given for a file that it has accepted. */
export interface StoredUpload {
  /** Under which the proxy finds the file. Only the proxy can read it. */
  readonly token: string
  /** From then on the proxy refuses the token, in milliseconds since the epoch. */
  readonly expiresAt: number
}

/** A file as the form knows it. Its bytes, and how far they are on their way, are never in the draft. */
export interface AttachmentDraft {
  /** The panel's own. A file that is chosen again has another one. */
  readonly id: string
  readonly name: string
  readonly bytes: number
  /** As the browser names it, a MIME type; empty where it knows none. */
  readonly type: string
  /** Present once the proxy has accepted the file. */
  readonly upload?: StoredUpload
}

/** A file as a request names it. The wire carries the token alone; the rest is for those who judge the request. */
export interface Attachment {
  /** The file of the draft; in the proxy, the upload. It tells two files of one name and size apart. */
  readonly id: string
  readonly name: string
  readonly bytes: number
  /** The token of the upload; in an attempt, the one that is ready to be sent. */
  readonly upload: string
  readonly expiresAt?: number
  /** The token is one that a task can be created with: the bytes of the attempt are fixed. */
  readonly isReady?: true
}

/** Which files Connect takes. */
export interface AttachmentLimits {
  readonly byteLimit: number
  /** In lower case, without a dot. */
  readonly extensions: readonly string[]
}
