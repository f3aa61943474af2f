import { invalidParameter } from './service-error.ts'

interface PageRequest {
  readonly operation: string
  readonly token: string | undefined
  readonly maxResults: number
  readonly now: number
  /** See `Seed`. A page may hold fewer items than asked for, and none at all. */
  readonly hasShortPages?: true | undefined
}

interface Page<T> {
  readonly items: readonly T[]
  readonly nextToken: string | undefined
}

// Best practices for Connect APIs: "Each pagination token expires after 24 hours", then HTTP 400.
const tokenLifetime = 24 * 60 * 60 * 1_000

/** Cuts one page. As in Connect, callers filter afterwards, so a page can be empty and still have a next page. */
export function cutPage<T>(items: readonly T[], request: PageRequest): Page<T> {
  const { token, maxResults, hasShortPages = false } = request
  const { start, isEmpty } = token === undefined ? { start: 0, isEmpty: false } : readToken(token, request)
  const size = hasShortPages ? Math.min(maxResults, Math.ceil(items.length / leastPages)) : maxResults
  const end = isEmpty ? start : start + size
  const isNextEmpty = hasShortPages && start === 0
  return {
    items: items.slice(start, end),
    nextToken: end < items.length ? writeToken(request, end, isNextEmpty) : undefined,
  }
}

const leastPages = 3

function writeToken({ operation, now }: PageRequest, start: number, isEmpty: boolean) {
  const kind = isEmpty ? 'empty' : 'full'
  return Buffer.from(`${operation}:${start}:${Math.floor(now)}:${kind}`).toString('base64url')
}

function readToken(token: string, { operation, now }: PageRequest) {
  const text = Buffer.from(token, 'base64url').toString()
  const [, name, start, issuedAt, kind] = /^(\w+):(\d+):(\d+):(empty|full)$/.exec(text) ?? []
  if (name !== operation) throw invalidParameter('The pagination token is invalid.')
  if (now - Number(issuedAt) > tokenLifetime) throw invalidParameter('The pagination token has expired.')
  return { start: Number(start), isEmpty: kind === 'empty' }
}
