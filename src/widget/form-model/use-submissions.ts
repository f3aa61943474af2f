import { useEffect, useMemo } from 'react'
import type { TaskSubmissions } from '../../client/create-task.ts'
import { endOutside } from '../../core/call-outside.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { usePanelSetting } from '../panel-setting.ts'
import { draftSubmissions, noteSteps } from './draft-submissions.ts'

/** The submissions of the agent's drafts. Each step of them is noted with its draft. */
export function useSubmissions(drafts: DraftsAtHand): TaskSubmissions {
  const { client, now } = usePanelSetting()
  const submissions = useMemo(() => draftSubmissions(client, drafts), [client, drafts])
  useEffect(() => endOutside(client.onSignedOut(submissions.abandon)), [client, submissions])
  useEffect(() => noteSteps(submissions, drafts, now), [submissions, drafts, now])
  return submissions
}
