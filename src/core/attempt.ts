import type { TaskRequest } from './task-request.ts'

/** One task asked for under one client token: every byte that Connect will get is fixed here. */
export interface Attempt {
  readonly clientToken: string
  readonly request: TaskRequest
}

/** Seconds that an attempt waits in all for the times to which the proxy calls it: a whole shift may have come at once. */
export const attemptPatienceSeconds = 300

/** What a draft was last sent as, and whether its task may exist: unless an answer said otherwise, it may. */
export interface EarlierAttempt {
  readonly attempt: Attempt
  readonly outcome: 'not-created' | 'unknown'
}

/** Orders members by name, so that a request read back from storage or the wire equals the one that was written. */
const membersInOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value

const contentOf = (request: TaskRequest) => JSON.stringify(request, membersInOrder)

/**
 * The token belongs to the content, not to the click: the same task keeps its token however often it is sent, so it is
 * created once; an edited task gets a new one.
 */
export function attemptFor(
  request: TaskRequest,
  previous: Attempt | undefined,
  newToken: (content: string) => string,
): Attempt {
  const content = contentOf(request)
  if (previous && contentOf(previous.request) === content) return previous
  return { clientToken: newToken(content), request }
}

/**
 * The token of a draft's content, the same on whatever page it is asked for: the draft may be open in two windows, and its
 * task is still created once.
 */
export const draftToken = (draftId: string, content: string): string => `${draftId}.${fingerprint(content)}`

// FNV-1a, 128 bits (draft-eastlake-fnv). Nobody gains by forging one: the proxy keeps each agent's tokens apart.
const fingerprintStart = 0x6c62272e07bb014262b821756295c58dn
const fingerprintPrime = 0x0000000001000000000000000000013bn

function fingerprint(content: string): string {
  let hash = fingerprintStart
  for (const byte of new TextEncoder().encode(content)) {
    hash = BigInt.asUintN(128, (hash ^ BigInt(byte)) * fingerprintPrime)
  }
  return hash.toString(16)
}
