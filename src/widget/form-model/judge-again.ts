import type { ClientFailure } from '../../client/task-client-error.ts'
import { wireIssue } from '../../contract/wire-issue.ts'
import { requestIssues } from '../../core/check-task.ts'
import type { Circumstances } from '../../core/circumstances.ts'
import type { TaskRequest } from '../../core/task-parts.ts'

export interface SendingRules extends Circumstances {
  /** The CCP's agent is another person by now. */
  readonly isBlocked: boolean
}

/** Why a request that had to wait may not be sent any more: its time has passed, or the rules or the agent are others. */
export function whyNotAnyMore(request: TaskRequest, rules: SendingRules): ClientFailure | undefined {
  if (rules.isBlocked) return { code: 'another-agent', outcome: 'not-created', issues: [] }
  const issues = requestIssues(request, rules).map(wireIssue)
  return issues.length === 0 ? undefined : { code: 'invalid', outcome: 'not-created', issues }
}
