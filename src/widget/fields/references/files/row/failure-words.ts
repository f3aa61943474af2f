import type { UploadFailure } from '../../../../../client/uploads/upload-state.ts'
import { readIssue } from '../../../../../contract/problems/wire-issue.ts'
import type { LateMessages } from '../../../../../i18n/messages/late-messages.ts'

/** Says why the upload of a file failed and what the agent can do. */
export function uploadFailureWords(failure: UploadFailure, words: LateMessages, now: Date): string {
  if (failure.reason !== 'refused' && failure.reason !== 'proxy') return words.files.failure[failure.reason]
  const [issue] = failure.failure.issues
  const known = issue && readIssue(issue)
  return known ? words.errors.issue(known, now) : words.failure.words(failure.failure.code)
}
