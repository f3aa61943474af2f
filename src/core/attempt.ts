import type { TaskRequest } from './task.ts'

/** One task asked for under one client token: every byte that Connect will get is fixed here. */
export interface Attempt {
  readonly clientToken: string
  readonly request: TaskRequest
}

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
  newToken: () => string,
): Attempt {
  if (previous && contentOf(previous.request) === contentOf(request)) return previous
  return { clientToken: newToken(), request }
}
