import type { FieldErrors, Resolver } from 'react-hook-form'
import { checkDraft } from '../core/check-draft.ts'
import type { Circumstances, TaskRequest } from '../core/task.ts'
import type { DraftSetting, TaskDraft } from '../core/task-draft.ts'
import type { ProblemIssue } from '../contract/problem.ts'
import { formPath } from './form-path.ts'

/** What the rules must know at the moment they run. */
export interface DraftCircumstances extends DraftSetting, Circumstances {}

interface ErrorNode {
  [member: string]: ErrorNode | string
}

/** `references.1.value` → `{ references: { 1: { value: error } } }`; the first complaint about a field stays. */
function place(errors: ErrorNode, path: string, error: ErrorNode): void {
  const members = path.split('.')
  const last = members.pop() ?? ''
  let node = errors
  for (const member of members) {
    const next = node[member]
    if (typeof next === 'object') node = next
    else {
      const made: ErrorNode = {}
      node[member] = made
      node = made
    }
  }
  node[last] ??= error
}

/** Runs the core's rules as react-hook-form asks for them; valid values are the request itself. */
export function draftResolver(
  circumstances: DraftCircumstances,
  words: (issue: ProblemIssue) => string,
): Resolver<TaskDraft, unknown, TaskRequest> {
  return (draft) => {
    const check = checkDraft(draft, circumstances, circumstances)
    if (check.ok) return { values: check.request, errors: {} }
    const errors: FieldErrors<TaskDraft> & ErrorNode = {}
    for (const issue of check.issues) {
      place(errors, formPath(issue.field, check.reading) ?? 'name', {
        type: issue.code,
        message: words(issue),
      })
    }
    return { values: {}, errors }
  }
}
