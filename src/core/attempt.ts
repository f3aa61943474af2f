import type { TaskRequest } from './task.ts'

/** One task asked for under one client token: every byte that Connect will get is fixed here. */
export interface Attempt {
  readonly clientToken: string
  readonly request: TaskRequest
}

const sameContent = (one: TaskRequest, other: TaskRequest) => JSON.stringify(one) === JSON.stringify(other)

/**
 * The token belongs to the content, not to the click: the same task keeps its token however often it is sent, so it is
 * created once; an edited task gets a new one.
 */
export function attemptFor(
  request: TaskRequest,
  previous: Attempt | undefined,
  newToken: () => string,
): Attempt {
  if (previous && sameContent(previous.request, request)) return previous
  return { clientToken: newToken(), request }
}
