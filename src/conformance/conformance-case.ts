import type { StartTaskContactCommandInput } from '@aws-sdk/client-connect'
import type { TaskTemplate } from '../simulators/connect/templates/task-template.ts'
import type { ProblemCode, ProblemIssue } from '../contract/problems/problem.ts'

/** One rule about what agents create, with the input for the core, the proxy and Connect. */
export interface Rule<Parameters> {
  /** The rule as a sentence; it names the test. */
  readonly rule: string
  /** Members of the request body, added to those of the plain body or replacing them. */
  readonly asked: Readonly<Record<string, unknown>>
  /**
   * Parameters of Connect's operation, added to the plain ones or replacing them. For a refused case: the parameters that an
   * unchecked request would lead to.
   */
  readonly sent: Partial<Parameters>
}

interface Refusal {
  /** The status that Connect answers. 200 means that Tasklink is stricter than Connect. */
  readonly connect: 200 | 400 | 402 | 404
  /** The reason why Tasklink refuses a request that Connect accepts. */
  readonly because?: string
}

/** The cases about one subject. */
export interface Cases<Case> {
  readonly accepted?: readonly Case[]
  /** The core refuses these, in the panel and in the proxy. */
  readonly refused?: readonly (Case & Refusal & { readonly issues: readonly ProblemIssue[] })[]
  /**
   * The body does not match the contract's schema, so the core never sees it. `detail` is that of the proxy's problem: what it
   * expected, and where.
   */
  readonly malformed?: readonly (Case & Refusal & { readonly detail: string })[]
  /** The core accepts these, and the proxy refuses them because of the instance's data. */
  readonly instance?: readonly (Case & Refusal & { readonly code: ProblemCode })[]
}

/** A rule about a task. */
export interface AcceptedCase extends Rule<StartTaskContactCommandInput> {
  /** The template that the task is made from; it is in the instance. */
  readonly template?: TaskTemplate
  /** The deployment's schedule horizon. Default: 6 days. */
  readonly horizonDays?: 6 | 90
}

export type ConformanceCases = Cases<AcceptedCase>

/** One character, two UTF-16 units, four bytes in UTF-8. */
export const thumb = '👍'
export const halfOfThumb = thumb.slice(0, 1)
