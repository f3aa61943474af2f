/** One request under one client token. It fixes every byte that Connect will get. */
export interface Attempt<Request> {
  readonly clientToken: string
  readonly request: Request
}

/** Total seconds that an attempt waits for the turns that the proxy names: a whole shift may begin at once. */
export const attemptPatienceSeconds = 300

/** The attempt that was sent last, and its outcome. Without an answer the outcome is `unknown`: it may have succeeded. */
export interface EarlierAttempt<Request> {
  readonly attempt: Attempt<Request>
  readonly outcome: 'not-done' | 'unknown'
}

/** Orders members by name, so that a request read from storage or the wire equals the one that was written. */
const membersInOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value

const contentOf = (request: unknown) => JSON.stringify(request, membersInOrder)

/**
 * The token belongs to the content, not to the click: the same request keeps its token however often it is sent, so it is
 * carried out once. An edited request gets a new token.
 */
export function attemptFor<Request>(
  request: Request,
  previous: Attempt<Request> | undefined,
  newToken: (content: string) => string,
): Attempt<Request> {
  const content = contentOf(request)
  if (previous && contentOf(previous.request) === content) return previous
  return { clientToken: newToken(content), request }
}

/**
 * The token of a draft's content. It is the same on every page: when the draft is open in two windows, its task is still
 * created once.
 */
export const draftToken = (draftId: string, content: string): string => `${draftId}.${fingerprint(content)}`

// FNV-1a, 128 bits (draft-eastlake-fnv). It need not resist forgery, because the proxy separates the tokens of agents.
const fingerprintStart = 0x6c62272e07bb014262b821756295c58dn
const fingerprintPrime = 0x0000000001000000000000000000013bn

function fingerprint(content: string): string {
  let hash = fingerprintStart
  for (const byte of new TextEncoder().encode(content)) {
    hash = BigInt.asUintN(128, (hash ^ BigInt(byte)) * fingerprintPrime)
  }
  return hash.toString(16)
}
