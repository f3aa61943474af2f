import type { DraftSubmissions } from '../../../client/submissions/draft-submission.ts'
import type { TaskClient } from '../../../client/task-client.ts'
import type { Uploads } from '../../../client/uploads/uploads.ts'
import { createSharedLine } from '../../../client/attempts/shared-line.ts'
import type { ClientFailure } from '../../../client/task-client-error.ts'
import { wireIssue } from '../../../contract/problems/wire-issue.ts'
import { requestIssues } from '../../../core/creating/check-task.ts'
import type { Circumstances } from '../../../core/task/circumstances.ts'
import type { Snapshots } from '../../../core/listeners/snapshot-store.ts'
import type { Issue } from '../../../core/issues/issues.ts'
import { isMessageRequest, type AnyRequest } from '../../../core/message/any-draft.ts'
import type { DraftsAtHand } from '../../../drafts/drafts-at-hand.ts'
import { unwantedRepeat } from '../../../drafts/repeated-draft.ts'
import { taskSealing } from '../uploads/task-sealing.ts'
import { draftSubmissions, noteSteps } from './draft-submissions.ts'

export interface SendingRules extends Circumstances {
  /** The CCP's agent is now another person. */
  readonly isBlocked: boolean
}

const repeated: ClientFailure = { code: 'repeated', outcome: 'not-created', issues: [] }

/** The circumstances under which a panel sends its tasks. */
export interface PanelCircumstances extends Omit<SendingRules, 'now'> {
  readonly now: () => Date
}

const sleep = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/**
 * The submissions of a panel's drafts. Each task is checked under the circumstances at the time of sending, and each step is
 * stored with its draft.
 */
export function panelSubmissions(
  client: TaskClient,
  drafts: DraftsAtHand,
  { getSnapshot }: Pick<Snapshots<PanelCircumstances>, 'getSnapshot'>,
  uploads: Uploads,
): DraftSubmissions {
  const submissions = draftSubmissions(client, drafts, {
    now: () => getSnapshot().now().getTime(),
    line: createSharedLine(webLocks()),
    sealing: (draftId) => taskSealing(draftId, { client, drafts, uploads, wait: sleep }),
    judge: async (request, draftId) => {
      const { now, ...rules } = getSnapshot()
      const contact = drafts.getSnapshot().drafts.find(({ id }) => id === draftId)?.contact
      const linkedContact = contact ? { channel: contact.channel } : {}
      if (unwantedRepeat({ draftId, drafts, now: now() }, request)) return repeated
      return whyNotAnyMore(request, { ...rules, now: now(), linkedContact })
    },
  })
  // Not stopped when the panel is closed: a submission that ends later must be stored too.
  noteSteps(submissions, drafts, () => getSnapshot().now())
  return submissions
}

/**
 * The reason why a request that had to wait must not be sent now: its start has passed, or the rules or the agent have changed.
 */
export function whyNotAnyMore(request: AnyRequest, rules: SendingRules): ClientFailure | undefined {
  if (rules.isBlocked) return { code: 'another-agent', outcome: 'not-created', issues: [] }
  // Only the proxy has the present rules for messages.
  if (isMessageRequest(request)) return undefined
  // Only the proxy has the present rules of the template. Here only the start is checked.
  const isJudged = (issue: Issue) =>
    request.destination?.type !== 'template' || issue.field === 'scheduledTime'
  const issues = requestIssues(request, rules).filter(isJudged).map(wireIssue)
  return issues.length === 0 ? undefined : { code: 'invalid', outcome: 'not-created', issues }
}

/** Browsers have `navigator.locks` only on pages with TLS and on localhost. */
const webLocks = (): LockManager | undefined => ('locks' in navigator ? navigator.locks : undefined)
