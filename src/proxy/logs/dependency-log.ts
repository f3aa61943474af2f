import { ProblemError, type LoggedFacts } from '../problem-error.ts'
import type { RefusalReason } from '../refusal-reasons.ts'

/** The servers without which the proxy cannot serve agents, and what its proxies must agree on, as `/readyz` names them. */
export const dependencyNames = ['identity provider', 'Amazon Connect', 'NUMBER_HASH_SECRET'] as const

export type DependencyName = (typeof dependencyNames)[number]

/** Agents are served without these, or for an hour with their last answers, so `/readyz` does not wait for them. */
type WatchedName =
  | DependencyName
  | 'destinations in Amazon Connect'
  | 'task templates in Amazon Connect'
  | 'phone numbers in Amazon Connect'
  | 'users of quick connects in Amazon Connect'
  | 'limits of files in Amazon Connect'
  | 'files in Amazon S3'

/** A dependency that has failed, or that answers again. */
export type DependencyLine =
  | { readonly dependency: WatchedName; readonly answers: true }
  | ({
      readonly dependency: WatchedName
      readonly answers: false
      /** False if earlier answers still serve agents. */
      readonly isNeeded: boolean
      readonly reason: RefusalReason
    } & LoggedFacts)

export type LogDependency = (line: DependencyLine) => void

export interface Dependency {
  readonly note: NoteAttempt
  /** Why the last attempt failed; undefined if it did not. */
  readonly reason: () => RefusalReason | undefined
}

/** Called after each attempt to ask, with the problem or with undefined. */
export type NoteAttempt = (problem: ProblemError | undefined) => void

export interface DependencyOptions {
  readonly name: WatchedName
  /** True if agents can be served without another answer. */
  readonly isReady: () => boolean
  readonly log: LogDependency
}

/** Logs a failure when it changes, and when it ends. Probes come every few seconds and would repeat it. */
export function createDependency({ name, isReady, log }: DependencyOptions): Dependency {
  let reason: RefusalReason | undefined
  let logged = ''
  return {
    note(problem) {
      reason = problem?.facts.reason
      if (!problem) {
        if (logged !== '') log({ dependency: name, answers: true })
        logged = ''
        return
      }
      const { reason: why, logged: facts = {} } = problem.facts
      const isNeeded = !isReady()
      const failure = JSON.stringify([why, facts.why, isNeeded])
      if (failure === logged) return
      logged = failure
      log({ dependency: name, answers: false, isNeeded, reason: why, ...facts })
    },
    reason: () => reason,
  }
}

/** Asks, and notes how it went. */
export async function noted<Answer>(note: NoteAttempt, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    const answer = await ask()
    note(undefined)
    return answer
  } catch (error) {
    if (error instanceof ProblemError) note(error)
    throw error
  }
}
