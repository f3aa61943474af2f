import { useEffect, useMemo } from 'react'
import { createTask, type TaskSubmissions } from '../../client/create-task.ts'
import { earlierAttempt } from '../../client/submission-state.ts'
import { createSubmissions } from '../../client/submissions.ts'
import type { Attempt } from '../../core/attempt.ts'
import { endOutside } from '../../core/call-outside.ts'
import type { TaskRequest } from '../../core/task-parts.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { taskEntry } from '../../drafts/ledger-entry.ts'
import { usePanelSetting } from '../panel-setting.ts'

/** How long a task waits to be stored before it is sent all the same: the storage of a browser may hang. */
const storeWaitMs = 500

const withinTime = (work: Promise<void>, milliseconds: number) =>
  Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, milliseconds))])

/** The submissions of the agent's drafts. Each step of them is noted with its draft. */
export function useSubmissions(drafts: DraftsAtHand): TaskSubmissions {
  const { client, now } = usePanelSetting()
  const submissions = useMemo(
    () =>
      createSubmissions({
        // Known to the store before it is sent: a page that goes now must not send it as another task when it is back.
        beforeSend: () => withinTime(drafts.flush(), storeWaitMs),
        send: (attempt: Attempt<TaskRequest>) => client.send(createTask, attempt),
        wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      }),
    [client, drafts],
  )
  useEffect(() => endOutside(client.onSignedOut(submissions.abandon)), [client, submissions])
  useEffect(
    () =>
      submissions.subscribe((draftId, step) => {
        const earlier = earlierAttempt(step)
        if (earlier) drafts.noteSubmitted(draftId, earlier)
        if (step.status === 'done')
          drafts.noteCreated(draftId, taskEntry(step.attempt.request, step.result, now()))
      }),
    [submissions, drafts, now],
  )
  return submissions
}
