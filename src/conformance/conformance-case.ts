import type { StartTaskContactCommandInput } from '@aws-sdk/client-connect'
import type { TaskTemplate } from '../simulators/connect/templates/task-template.ts'
import type { ProblemCode, ProblemIssue } from '../contract/problems/problem.ts'

/** One rule about a task, with the input for the core, the proxy and Connect. */
export interface AcceptedCase {
  /** The rule as a sentence; it names the test. */
  readonly rule: string
  /** Members of the request body, added to those of the plain task or replacing them. */
  readonly asked: Readonly<Record<string, unknown>>
  /**
   * Parameters of StartTaskContact, added to the plain ones or replacing them. For a refused case: the parameters that an
   * unchecked request would lead to.
   */
  readonly sent: Partial<StartTaskContactCommandInput>
  /** The template that the task is made from; it is in the instance. */
  readonly template?: TaskTemplate
  /** The deployment's schedule horizon. Default: 6 days. */
  readonly horizonDays?: 6 | 90
}

interface Refusal extends AcceptedCase {
  /** The status that Connect answers. 200 means that Tasklink is stricter than Connect. */
  readonly connect: 200 | 400 | 402 | 404
  /** The reason why Tasklink refuses a request that Connect accepts. */
  readonly because?: string
}

/** A request that the core refuses, in the panel and in the proxy. */
export interface RefusedCase extends Refusal {
  readonly issues: readonly ProblemIssue[]
}

/** A body that does not match the contract's schema, so the core never sees it. */
export interface MalformedCase extends Refusal {
  /** The `detail` of the proxy's problem: what it expected, and where. */
  readonly detail: string
}

/** A request that the core accepts and the proxy refuses, because of the instance's data. */
export interface InstanceCase extends Refusal {
  readonly code: ProblemCode
}

export interface ConformanceCases {
  readonly accepted?: readonly AcceptedCase[]
  readonly refused?: readonly RefusedCase[]
  readonly malformed?: readonly MalformedCase[]
  readonly instance?: readonly InstanceCase[]
}

/** One character, two UTF-16 units, four bytes in UTF-8. */
export const thumb = '👍'
export const halfOfThumb = thumb.slice(0, 1)
