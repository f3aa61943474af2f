import { requestIssues, withFixedFields } from './check-task.ts'
import type { DraftCircumstances, DraftSetting } from '../task/circumstances.ts'
import { formatFieldPath, isRowPath, type FieldPath, type ListName } from '../issues/field-path.ts'
import type { Issue } from '../issues/issues.ts'
import type { TaskDraft, TaskRequest } from '../task/task-parts.ts'
import { allFields } from '../task/task-fields.ts'
import { withParts } from '../task/with-parts.ts'

/** The members that every request has, still empty. */
const emptyRequest: TaskRequest = { name: '', references: [], attributes: [] }

/** Which row of the draft each row of the request comes from. */
export type DraftRows = Readonly<Partial<Record<ListName, readonly number[]>>>

/** A draft, read as a request that has its fixed fields. */
export interface DraftReading {
  readonly request: TaskRequest
  /** Only issues that the request cannot express. They are about the rows of the request. */
  readonly issues: readonly Issue[]
  readonly rows: DraftRows
}

export type Prepared =
  | { readonly ok: true; readonly request: TaskRequest }
  /** Issues about the rows of the draft. */
  | { readonly ok: false; readonly issues: readonly Issue[] }

/**
 * Empty rows are not sent, so an issue about the second sent row may be about the third typed row. An issue about a row that
 * only the rules have is about its list.
 */
export function fieldInDraft(field: FieldPath, rows: DraftRows): FieldPath {
  if (!isRowPath(field)) return field
  const row = rows[field.list]?.[field.row]
  return row === undefined ? field.list : { ...field, row }
}

/** An issue of the request as one of the draft. */
export const issueInDraft = (issue: Issue, rows: DraftRows): Issue => ({
  ...issue,
  field: fieldInDraft(issue.field, rows),
})

/** Reads a draft as a request. */
export function readDraft(draft: TaskDraft, setting: DraftSetting): DraftReading {
  const { fieldRules = {} } = setting
  const readings = allFields.map(({ read }) => read(draft, fieldRules, setting))
  const request = withParts(
    emptyRequest,
    readings.map((reading) => reading.request),
  )
  return {
    request: withFixedFields(request, fieldRules),
    issues: readings.flatMap(({ issues = [] }) => issues),
    rows: withParts<DraftRows>(
      { references: [], attributes: [], attachments: [] },
      readings.map(({ rows = {} }) => rows),
    ),
  }
}

/** Used by the panel: turns a draft into a request that is ready to send, or returns all issues. The proxy uses `checkTask`. */
export function prepare(draft: TaskDraft, circumstances: DraftCircumstances): Prepared {
  const { request, issues: unread, rows } = readDraft(draft, circumstances)
  // A field that could not be read is not checked a second time.
  const isUnread = new Set(unread.map(({ field }) => formatFieldPath(field)))
  const judged = requestIssues(request, circumstances)
  const issues = [...unread, ...judged.filter(({ field }) => !isUnread.has(formatFieldPath(field)))]
  if (issues.length === 0) return { ok: true, request }
  return { ok: false, issues: issues.map((issue) => issueInDraft(issue, rows)) }
}
