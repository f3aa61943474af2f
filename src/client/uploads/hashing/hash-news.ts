/** The worker's messages to the page about the file that it hashes. */
export type HashNews =
  | { readonly part: number }
  | { readonly sha256: string }
  | { readonly isUnreadable: true }

/** Reads a message of the worker. Undefined for any other message. */
export function hashNewsIn(message: unknown): HashNews | undefined {
  if (typeof message !== 'object' || message === null) return undefined
  if ('part' in message && typeof message.part === 'number') return { part: message.part }
  if ('sha256' in message && typeof message.sha256 === 'string') return { sha256: message.sha256 }
  return 'isUnreadable' in message ? { isUnreadable: true } : undefined
}
