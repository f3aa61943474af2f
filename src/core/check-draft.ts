import { applyFieldRules } from './field-rules-request.ts'
import { carriedLink } from './field-rules.ts'
import type { TaskIssue } from './issues.ts'
import { checkTask, type Circumstances } from './task.ts'
import type { TaskRequest } from './task-request.ts'
import { readDraft, type DraftReading, type DraftSetting } from './read-draft.ts'
import type { TaskDraft } from './task-draft.ts'

/** The reading comes along because fields count the rows that are sent: see {@link fieldInDraft}. */
export type DraftCheck =
  | { readonly ok: true; readonly request: TaskRequest; readonly reading: DraftReading }
  | { readonly ok: false; readonly issues: readonly TaskIssue[]; readonly reading: DraftReading }

const rowPattern = /^(references|attributes)\.(\d+)\.(name|value|key)$/

/**
 * Rows left empty are not sent, so a complaint about the second row sent may belong to the third row typed.
 * The field may be ours or the proxy's; one that names no row comes back as it is, and a row that the rules have added
 * is nowhere in the form: its list is complained about.
 *
 *     fieldInDraft('references.1.name', reading)  // 'references.2.name'
 */
export function fieldInDraft(field: string, reading: DraftReading): string {
  const [, list, row, member] = rowPattern.exec(field) ?? []
  if (row === undefined) return field
  const rows = list === 'references' ? reading.referenceRows : reading.attributeRows
  const typed = rows[Number(row)]
  return typed === undefined ? `${list}` : `${list}.${typed}.${member}`
}

/** Runs the rules over a draft: a request ready to send, or every complaint; what the agent typed wrong hides what follows from it. */
export function checkDraft(
  draft: TaskDraft,
  setting: DraftSetting,
  circumstances: Circumstances,
): DraftCheck {
  const { fieldRules = {}, linkedContact } = circumstances
  const link = carriedLink(draft.link, fieldRules, linkedContact?.channel)
  const reading = readDraft({ ...draft, link }, setting)
  const request = applyFieldRules(reading.request, fieldRules)
  const check = checkTask(request, circumstances)
  const complained = new Set(reading.issues.map(({ field }) => field))
  const found = check.ok ? [] : check.issues.filter(({ field }) => !complained.has(field))
  const issues = [...reading.issues, ...found]
  return issues.length === 0 ? { ok: true, request, reading } : { ok: false, issues, reading }
}
