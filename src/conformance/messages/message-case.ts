import type { StartOutboundChatContactCommandInput } from '@aws-sdk/client-connect'
import type { ProblemCode, ProblemIssue } from '../../contract/problems/problem.ts'

/** One rule about a text message, with the input for the core, the proxy and Connect. */
export interface MessageCase {
  /** The rule as a sentence; it names the test. */
  readonly rule: string
  /** Members of the request body, added to those of the plain message or replacing them. */
  readonly asked: Readonly<Record<string, unknown>>
  /**
   * Parameters of StartOutboundChatContact, added to the plain ones or replacing them. For a refused case: the parameters
   * that an unchecked request would lead to.
   */
  readonly sent: Partial<StartOutboundChatContactCommandInput>
}

interface Refusal extends MessageCase {
  /** The status that Connect answers. 200 means that Tasklink is stricter than Connect. */
  readonly connect: 200 | 400 | 404
  /** The reason why Tasklink refuses a request that Connect accepts. */
  readonly because?: string
}

/** A message that the core refuses, in the panel and in the proxy. */
export interface RefusedMessage extends Refusal {
  readonly issues: readonly ProblemIssue[]
}

/** A body that does not match the contract's schema, so the core never sees it. */
export interface MalformedMessage extends Refusal {
  /** The `detail` of the proxy's problem: what it expected, and where. */
  readonly detail: string
}

/** A message that the core accepts and the proxy refuses, because of the instance's data. */
export interface MessageOfInstance extends Refusal {
  readonly code: ProblemCode
}

export interface MessageCases {
  readonly accepted?: readonly MessageCase[]
  readonly refused?: readonly RefusedMessage[]
  readonly malformed?: readonly MalformedMessage[]
  readonly instance?: readonly MessageOfInstance[]
}

export const refusalsOf = ({ refused = [], malformed = [], instance = [] }: MessageCases) => [
  ...refused,
  ...malformed,
  ...instance,
]
