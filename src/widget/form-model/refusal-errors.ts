import type { ClientFailure } from '../../client/task-client-error.ts'
import { readDraft } from '../../core/read-draft.ts'
import type { LateMessages } from '../../i18n/late-messages.ts'
import type { TaskDraft } from '../../core/task-draft.ts'
import { draftSetting, type KnownCircumstances } from './draft-resolver.ts'
import { issuePath } from './issue-path.ts'
import { placeOf } from './list-errors.ts'

export interface RefusalError {
  readonly place: ReturnType<typeof placeOf>
  readonly error: { readonly type?: string; readonly message: string }
}

/** The complaints of the proxy, each at its field. */
export function refusalErrors(
  { code, issues }: ClientFailure,
  draft: TaskDraft,
  known: KnownCircumstances,
  words: LateMessages,
): readonly RefusalError[] {
  const reading = readDraft(draft, draftSetting(known))
  const message = words.failure.words(code)
  const found = issues.flatMap((issue): readonly RefusalError[] => {
    const path = issuePath(issue.field, reading)
    return path
      ? [{ place: placeOf(path), error: { type: issue.code, message: words.errors.issue(issue) } }]
      : []
  })
  if (code === 'destination-gone') return [...found, { place: 'destination', error: { message } }]
  if (code === 'not-your-contact') return [...found, { place: 'link', error: { message } }]
  return found
}
