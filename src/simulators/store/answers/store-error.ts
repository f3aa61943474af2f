import { randomBytes } from 'node:crypto'

/** An error of S3's API: the status, the code, and further elements of its XML. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly status: number
  readonly code: string
  readonly details: Readonly<Record<string, string>>

  constructor(status: number, code: string, message: string, details: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.code = code
    this.details = details
  }
}

export const accessDenied = (message: string, details?: Readonly<Record<string, string>>) =>
  new StoreError(403, 'AccessDenied', message, details)

export const badRequest = (code: string, message: string) => new StoreError(400, code, message)

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (character) => escapes[character] ?? character)

export function errorXml({ code, message, details }: StoreError, requestId: string): string {
  const elements = Object.entries({
    Code: code,
    Message: message,
    ...details,
    RequestId: requestId,
    HostId: randomBytes(32).toString('base64'),
  })
  const lines = elements.map(([name, value]) => `<${name}>${escaped(value)}</${name}>`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${lines.join('')}</Error>`
}
