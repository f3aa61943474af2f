import type { Failure } from '../../client/task-client-error.ts'
import { readDraft } from '../../core/read-draft.ts'
import type { TaskDraft } from '../../core/task-draft.ts'
import type { FormWords } from './form-words.ts'
import { draftSetting, type KnownCircumstances } from './draft-resolver.ts'
import { issuePath } from './issue-path.ts'
import { placeOf } from './list-errors.ts'

export interface RefusalError {
  readonly place: ReturnType<typeof placeOf>
  readonly error: { readonly type?: string; readonly message: string }
}

/** The complaints of the proxy, each at its field. */
export function refusalErrors(
  { code, issues }: Failure,
  draft: TaskDraft,
  known: KnownCircumstances,
  { messages, late }: FormWords,
): readonly RefusalError[] {
  const reading = readDraft(draft, draftSetting(known))
  const message = messages.failure.words(code)
  const found = issues.flatMap((issue): readonly RefusalError[] => {
    const path = issuePath(issue.field, reading)
    return path
      ? [{ place: placeOf(path), error: { type: issue.code, message: late.errors.issue(issue) } }]
      : []
  })
  if (code === 'destination-gone') return [...found, { place: 'destination', error: { message } }]
  if (code === 'not-your-contact') return [...found, { place: 'link', error: { message } }]
  return found
}
