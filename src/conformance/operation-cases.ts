import type { ProblemCode, ProblemIssue } from '../contract/problems/problem.ts'

/** One rule about what an operation of Connect takes, with the input for the core, the proxy and Connect. */
export interface RuleCase {
  /** The rule as a sentence; it names the test. */
  readonly rule: string
  /** Members of the request body, added to those of the plain request or replacing them. */
  readonly asked: Readonly<Record<string, unknown>>
}

interface Refusal {
  /** The status that Connect answers. 200 means that Tasklink is stricter than Connect. */
  readonly connect: 200 | 400 | 402 | 404
  /** The reason why Tasklink refuses a request that Connect accepts. */
  readonly because?: string
}

/** A request that the core refuses, in the panel and in the proxy. */
export interface RefusedByCore extends Refusal {
  readonly issues: readonly ProblemIssue[]
}

/** A body that does not match the contract's schema, so the core never sees it. */
export interface Malformed extends Refusal {
  /** The `detail` of the proxy's problem: what it expected, and where. */
  readonly detail: string
}

/** A request that the core accepts and the proxy refuses, because of the instance's data. */
export interface RefusedByInstance extends Refusal {
  readonly code: ProblemCode
}

/** The cases of one group of rules. */
export interface CasesOf<Case extends RuleCase> {
  readonly accepted?: readonly Case[]
  readonly refused?: readonly (Case & RefusedByCore)[]
  readonly malformed?: readonly (Case & Malformed)[]
  readonly instance?: readonly (Case & RefusedByInstance)[]
}

export const refusalsOf = <Case extends RuleCase>({
  refused = [],
  malformed = [],
  instance = [],
}: CasesOf<Case>) => [...refused, ...malformed, ...instance]
