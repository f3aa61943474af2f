import type { QueryClient } from '@tanstack/react-query'
import type { TaskClient } from '../../../client/task-client.ts'
import { discardBy, uploadWay } from '../../../client/uploads/upload-way.ts'
import type { FileFacts } from '../../../client/uploads/upload-parts.ts'
import type { UploadFailure } from '../../../client/uploads/upload-state.ts'
import { createUploads, type Uploads } from '../../../client/uploads/uploads.ts'
import { wireIssue } from '../../../contract/problems/wire-issue.ts'
import { fileIssues } from '../../../core/fields/attachments/attachment-issues.ts'
import type { Issue } from '../../../core/issues/issues.ts'
import type { Snapshots } from '../../../core/listeners/snapshot-store.ts'
import type { DraftsAtHand } from '../../../drafts/drafts-at-hand.ts'
import type { PanelCircumstances } from '../submissions/panel-submissions.ts'
import { filesOfDrafts } from './files-of-drafts.ts'
import { uploadLimitsQuery } from './upload-limits-query.ts'

const sleep = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/** The uploads of a panel's drafts. */
export function panelUploads(
  client: TaskClient,
  drafts: DraftsAtHand,
  { getSnapshot }: Pick<Snapshots<PanelCircumstances>, 'getSnapshot'>,
  queries: Pick<QueryClient, 'fetchQuery'>,
): Uploads {
  const now = () => getSnapshot().now().getTime()
  /** Checks a file before the upload starts. The proxy checks it again. */
  const judge = async (file: FileFacts): Promise<UploadFailure | undefined> => {
    // If the limits cannot be read, only the proxy checks the file.
    const known = await queries.fetchQuery(uploadLimitsQuery(client)).catch(() => undefined)
    const limits = known?.available ? known : undefined
    const issues: readonly Issue[] =
      known?.available === false
        ? [{ field: 'attachments', code: 'attachments-not-allowed' }]
        : fileIssues(file, getSnapshot().fieldRules ?? {}, { limits })
    if (issues.length === 0) return undefined
    const failure = { code: 'invalid', outcome: 'not-created', issues: issues.map(wireIssue) } as const
    return { reason: 'refused', failure, canRetry: false }
  }
  return createUploads({
    files: filesOfDrafts(drafts, now),
    way: uploadWay(client, judge),
    discard: discardBy(client),
    now,
    wait: sleep,
    random: Math.random,
    newId: () => crypto.randomUUID(),
  })
}
