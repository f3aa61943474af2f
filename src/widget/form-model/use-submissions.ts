import { useEffect, useLayoutEffect, useMemo, useState } from 'react'
import type { TaskSubmissions } from '../../client/create-task.ts'
import { endOutside } from '../../core/call-outside.ts'
import { createSnapshotStore } from '../../core/snapshot-store.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { usePanelSetting } from '../panel-setting.ts'
import { draftSubmissions, noteSteps } from './draft-submissions.ts'

/** The submissions of the agent's drafts. Each step of them is noted with its draft. */
export function useSubmissions(drafts: DraftsAtHand): TaskSubmissions {
  const { client, now } = usePanelSetting()
  // Another clock must not make other submissions.
  const [clock] = useState(() => createSnapshotStore(now))
  useLayoutEffect(() => clock.set(now), [clock, now])
  const submissions = useMemo(
    () => draftSubmissions(client, drafts, { now: () => clock.getSnapshot()().getTime() }),
    [client, drafts, clock],
  )
  useEffect(() => endOutside(client.onSignedOut(submissions.abandon)), [client, submissions])
  useEffect(() => noteSteps(submissions, drafts, now), [submissions, drafts, now])
  return submissions
}
