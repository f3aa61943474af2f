import type { LoggedFacts, ProblemError } from '../problem-error.ts'
import type { RefusalReason } from '../refusal-reasons.ts'

/** The servers without which the proxy cannot serve agents, as `/readyz` names them. */
export const dependencyNames = ['identity provider', 'Amazon Connect'] as const

export type DependencyName = (typeof dependencyNames)[number]

/** A dependency that has failed, or that answers again. */
export type DependencyLine =
  | { readonly dependency: DependencyName; readonly answers: true }
  | ({
      readonly dependency: DependencyName
      readonly answers: false
      /** False if earlier answers still serve agents. */
      readonly isNeeded: boolean
      readonly reason: RefusalReason
    } & LoggedFacts)

export type LogDependency = (line: DependencyLine) => void

export interface Dependency {
  /** Called after each attempt to ask, with the problem or with undefined. */
  readonly note: (problem: ProblemError | undefined) => void
  /** Why the last attempt failed; undefined if it did not. */
  readonly reason: () => RefusalReason | undefined
}

export interface DependencyOptions {
  readonly name: DependencyName
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
