import { invalidParameter } from './service-error.ts'

interface PageRequest {
  readonly operation: string
  readonly token: string | undefined
  readonly maxResults: number
  readonly now: number
}

interface Page<T> {
  readonly items: readonly T[]
  readonly nextToken: string | undefined
}

// Best practices for Connect APIs: "Each pagination token expires after 24 hours", then HTTP 400.
const tokenLifetime = 24 * 60 * 60 * 1_000

/** Cuts one page. As in Connect, callers filter afterwards, so a page can be empty and still have a next page. */
export function cutPage<T>(items: readonly T[], { operation, token, maxResults, now }: PageRequest): Page<T> {
  const start = token === undefined ? 0 : readToken(token, operation, now)
  const end = start + maxResults
  return {
    items: items.slice(start, end),
    nextToken: end < items.length ? writeToken(operation, end, now) : undefined,
  }
}

function writeToken(operation: string, start: number, now: number) {
  return Buffer.from(`${operation}:${start}:${Math.floor(now)}`).toString('base64url')
}

function readToken(token: string, operation: string, now: number) {
  const [name, start, issuedAt, ...rest] = Buffer.from(token, 'base64url').toString().split(':')
  const intact =
    name === operation && /^\d+$/.test(start ?? '') && /^\d+$/.test(issuedAt ?? '') && rest.length === 0
  if (!intact) throw invalidParameter('The pagination token is invalid.')
  if (now - Number(issuedAt) > tokenLifetime) throw invalidParameter('The pagination token has expired.')
  return Number(start)
}
