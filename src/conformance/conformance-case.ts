import type { StartTaskContactCommandInput } from '@aws-sdk/client-connect'
import type { ProblemCode } from '../contract/problem.ts'
import type { TaskIssue } from '../core/issues.ts'

/** One rule about a task, in the words of everybody who must keep it. */
export interface AcceptedCase {
  /** A sentence. */
  readonly rule: string
  /** What the proxy is asked for, beside or instead of the members of the plain task. */
  readonly asked: Readonly<Record<string, unknown>>
  /** What Connect must be sent for it, or would be if nobody had checked: beside or instead of the plain parameters. */
  readonly sent: Partial<StartTaskContactCommandInput>
  /** How far ahead the deployment lets tasks be scheduled; 6 unless given. */
  readonly horizonDays?: 6 | 90
}

interface Refusal extends AcceptedCase {
  /** The status Connect answers to the parameters: where it is 200, the product is stricter than the service. */
  readonly connect: 200 | 400 | 402 | 404
  /** Why the product refuses what Connect would take. */
  readonly because?: string
}

/** What the core refuses, in the panel and in the proxy alike. */
export interface RefusedCase extends Refusal {
  readonly issues: readonly TaskIssue[]
}

/** What the contract has no words for, so that the core is never asked. */
export interface MalformedCase extends Refusal {
  /** What the proxy says about the place. */
  readonly detail: string
}

/** What the core lets through, because only the instance knows better. */
export interface InstanceCase extends Refusal {
  readonly code: ProblemCode
}

export interface ConformanceCases {
  readonly accepted?: readonly AcceptedCase[]
  readonly refused?: readonly RefusedCase[]
  readonly malformed?: readonly MalformedCase[]
  readonly instance?: readonly InstanceCase[]
}

/** A thumb: one character, two UTF-16 units, four bytes. */
export const thumb = '👍'
export const halfOfThumb = thumb.slice(0, 1)
