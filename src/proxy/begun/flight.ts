/** A command that is being carried out, for one caller or more. */
export interface Flight<Answer> {
  /** A hash. */
  readonly content: () => string
  readonly answer: Promise<Answer>
  /** Adds a caller. The work is given up only when every caller has left. */
  readonly join: (caller: AbortSignal) => void
  /** True when every caller has left. The work may still have an answer, if it had gone too far. */
  readonly isGivenUp: () => boolean
}

export function startFlight<Answer>(
  content: () => string,
  caller: AbortSignal,
  work: (signal: AbortSignal) => Promise<Answer>,
): Flight<Answer> {
  const shared = new AbortController()
  const present = new Set<AbortSignal>()
  const leave = (signal: AbortSignal) => {
    present.delete(signal)
    if (present.size === 0) shared.abort()
  }

  function join(signal: AbortSignal) {
    present.add(signal)
    if (signal.aborted) leave(signal)
    else signal.addEventListener('abort', () => leave(signal), { once: true })
  }

  join(caller)
  return { content, answer: work(shared.signal), join, isGivenUp: () => shared.signal.aborted }
}
