import type { ClientFailure } from '../../../client/task-client-error.ts'
import { readIssue } from '../../../contract/problems/wire-issue.ts'
import { destinationField } from '../../../core/fields/destination.ts'
import { fieldInDraft, readDraft } from '../../../core/creating/prepare.ts'
import type { LateMessages } from '../../../i18n/messages/late-messages.ts'
import type { TaskDraft } from '../../../core/task/task-parts.ts'
import { draftSetting, type JudgedCircumstances } from './draft-resolver.ts'
import { formPath } from './issue-path.ts'
import { placeOf } from './list-errors.ts'

export interface RefusalError {
  readonly place: ReturnType<typeof placeOf>
  readonly error: { readonly type?: string; readonly message: string }
}

/** The complaints of the proxy, each at its field. */
export function refusalErrors(
  { code, issues }: ClientFailure,
  draft: TaskDraft,
  circumstances: JudgedCircumstances,
  words: LateMessages,
): readonly RefusalError[] {
  const { rows } = readDraft(draft, draftSetting(circumstances))
  const message = words.failure.words(code)
  const found = issues.flatMap((issue): readonly RefusalError[] => {
    const known = readIssue(issue)
    if (!known) return []
    const path = formPath(fieldInDraft(known.field, rows))
    if (path === undefined) return []
    const place = placeOf(path)
    return [{ place, error: { type: known.code, message: words.errors.issue(known, circumstances.now) } }]
  })
  if (code === 'destination-gone') {
    const isLocked = destinationField.access(circumstances.fieldRules ?? {}) === 'locked'
    return [
      ...found,
      { place: 'destination', error: { message: isLocked ? words.destinations.lost : message } },
    ]
  }
  if (code === 'not-your-contact') return [...found, { place: 'link', error: { message } }]
  return found
}
