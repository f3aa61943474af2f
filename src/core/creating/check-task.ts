import type { Circumstances } from '../task/circumstances.ts'
import type { FieldRules, TaskParameters, TaskRequest } from '../task/task-parts.ts'
import type { SegmentAttributes } from '../fields/segment-attributes.ts'
import type { Issue } from '../issues/issues.ts'
import { RowIssueCount } from '../issues/row-issues.ts'
import { allFields } from '../task/task-fields.ts'
import { withParts } from '../task/with-parts.ts'

/** A task that Connect would take, in Connect's words. Only {@link checkTask} makes one. */
export type Task = TaskParameters

export type TaskCheck =
  | { readonly ok: true; readonly task: Task }
  | {
      readonly ok: false
      readonly issues: readonly Issue[]
      /** The number of row issues that are not listed. */
      readonly issuesLeftOut?: number
    }

/** A request with what the rules fix and the request leaves out, such as hidden fields. It overwrites nothing. */
export const withFixedFields = (request: TaskRequest, rules: FieldRules): TaskRequest =>
  withParts(
    request,
    allFields.map(({ fill }) => fill(request, rules)),
  )

/** Why Connect or the rules refuse a request that has its fixed fields, in the order of the form. */
export function requestIssues(request: TaskRequest, circumstances: Circumstances): readonly Issue[] {
  const { fieldRules = {} } = circumstances
  return allFields.flatMap((field) => field.issues(request, fieldRules, circumstances))
}

function taskOf(request: TaskRequest): Task {
  const parts = allFields.map(({ parameters }) => parameters(request))
  const segments = withParts<SegmentAttributes>(
    {},
    parts.map(({ SegmentAttributes: own = {} }) => own),
  )
  const task = withParts<Task>({ Name: request.name }, parts)
  return Object.keys(segments).length === 0 ? task : { ...task, SegmentAttributes: segments }
}

/**
 * Used by the proxy: turns a request into a task, or returns all issues. The panel uses `prepare`. Issues of rows are listed up
 * to a limit, because a hostile body may have 25,000 of them.
 */
export function checkTask(
  asked: TaskRequest,
  circumstances: Circumstances,
  listedRowIssues = Infinity,
): TaskCheck {
  const request = withFixedFields(asked, circumstances.fieldRules ?? {})
  const rowIssueCount = new RowIssueCount(listedRowIssues)
  const issues = requestIssues(request, { ...circumstances, rowIssueCount })
  if (issues.length === 0) return { ok: true, task: taskOf(request) }
  const { leftOut } = rowIssueCount
  return { ok: false, issues, ...(leftOut > 0 ? { issuesLeftOut: leftOut } : {}) }
}
