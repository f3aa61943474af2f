import type { Issue } from '../issues/issues.ts'
import { RowIssueCount } from '../issues/row-issues.ts'
import { withParts } from '../task/with-parts.ts'
import { subtypeParameter } from './fields/channel.ts'
import { endpointOf } from './fields/to.ts'
import type { MessageJudgement } from './message-field.ts'
import { allMessageFields } from './message-fields.ts'
import type { MessageParameters, MessageRequest, MessageRules } from './message-parts.ts'

/** The facts that the rules need besides the request. */
export interface MessageCircumstances extends MessageJudgement {
  readonly rules: MessageRules
}

/** A message that Connect would take, in Connect's words. Only {@link checkMessage} makes one. */
export type Message = MessageParameters

export type MessageCheck =
  | { readonly ok: true; readonly message: Message }
  | {
      readonly ok: false
      readonly issues: readonly Issue[]
      /** The number of row issues that are not listed. */
      readonly issuesLeftOut?: number
    }

/** Adds values of the rules that the request does not have. Overwrites nothing. */
export const withFilledFields = (request: MessageRequest, rules: MessageRules): MessageRequest =>
  withParts(
    request,
    allMessageFields.map(({ fill }) => fill(request, rules)),
  )

/** Why Connect or the rules refuse a request that has been filled, in the order of the form. */
export const messageIssues = (
  request: MessageRequest,
  circumstances: MessageCircumstances,
): readonly Issue[] =>
  allMessageFields.flatMap((field) => field.issues(request, circumstances.rules, circumstances))

const messageOf = (request: MessageRequest): Message =>
  withParts<Message>(
    {
      DestinationEndpoint: endpointOf(request.to),
      SegmentAttributes: subtypeParameter(request.channel),
      ContactFlowId: request.flowId,
    },
    allMessageFields.map(({ parameters }) => parameters(request)),
  )

/** Used by the proxy: turns a request into a message, or returns all issues. The panel uses `prepareMessage`. */
export function checkMessage(
  asked: MessageRequest,
  circumstances: MessageCircumstances,
  listedRowIssues = Infinity,
): MessageCheck {
  const request = withFilledFields(asked, circumstances.rules)
  const rowIssueCount = new RowIssueCount(listedRowIssues)
  const issues = messageIssues(request, { ...circumstances, rowIssueCount })
  if (issues.length === 0) return { ok: true, message: messageOf(request) }
  const { leftOut } = rowIssueCount
  return { ok: false, issues, ...(leftOut > 0 ? { issuesLeftOut: leftOut } : {}) }
}
