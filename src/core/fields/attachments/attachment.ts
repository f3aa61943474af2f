// No run-time imports: the first load of the panel has this file.

/** Files of one task (Connect API, `StartTaskContact`, `Attachments`). */
export const attachmentsLimit = 5

/** The answer of the proxy for a file that it has accepted. */
export interface StoredUpload {
  /** The proxy finds the file by this token. Only the proxy can read it. */
  readonly token: string
  /** When the proxy starts to refuse the token, in milliseconds since the epoch. */
  readonly expiresAt: number
}

/** A file in a draft. Its bytes and the progress of its upload are not part of the draft. */
export interface AttachmentDraft {
  /** The panel's id. A file that is chosen again gets another id. */
  readonly id: string
  readonly name: string
  readonly bytes: number
  /** The MIME type from the browser. Empty if the browser does not know it. */
  readonly type: string
  /** Present once the proxy has accepted the file. */
  readonly upload?: StoredUpload
}

/** A file in a request. Only the token is sent. The other members are for checking the request. */
export interface Attachment {
  /**
   * The id of the file in the draft. In the proxy, the id of the upload. It distinguishes two files of the same name and size.
   */
  readonly id: string
  readonly name: string
  readonly bytes: number
  /** The token of the upload. In an attempt, the token that is ready to be sent. */
  readonly upload: string
  readonly expiresAt?: number
  /** True if a task can be created with this token, so the bytes of the attempt are fixed. */
  readonly isReady?: true
}

/** Which files Connect takes. */
export interface AttachmentLimits {
  readonly byteLimit: number
  /** In lower case, without a dot. */
  readonly extensions: readonly string[]
}
