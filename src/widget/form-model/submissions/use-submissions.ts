import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react'
import type {
  DraftSubmission,
  DraftSubmissions,
  DraftSubmissionState,
} from '../../../client/submissions/draft-submission.ts'
import type { TaskClient } from '../../../client/task-client.ts'
import type { Uploads } from '../../../client/uploads/uploads.ts'
import { endOutside } from '../../../core/listeners/call-outside.ts'
import { scheduleHorizonDaysDefault } from '../../../core/fields/schedule/horizon.ts'
import { createSnapshotStore } from '../../../core/listeners/snapshot-store.ts'
import type { DraftsAtHand } from '../../../drafts/drafts-at-hand.ts'
import { useLateLoader } from '../../late/late.tsx'
import { useMe } from '../../setting/panel-queries.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { useRules } from '../rules/use-rules.ts'

/** The submissions and uploads of an agent's drafts. */
export interface Outgoing {
  readonly submissions: DraftSubmissions
  readonly uploads: Uploads
}

interface Made extends Outgoing {
  readonly client: TaskClient
  readonly drafts: DraftsAtHand
}

/**
 * The submissions and uploads of the agent's drafts. Undefined until their code has been loaded: before that, nothing can be
 * sent. Each step is stored with its draft.
 */
export function useOutgoing(drafts: DraftsAtHand, isBlocked: boolean): Outgoing | undefined {
  const { client, now } = usePanelSetting()
  const queries = useQueryClient()
  const late = useLateLoader()
  const state = useSyncExternalStore(late.subscribe, late.getSnapshot)
  const parts = state.status === 'loaded' ? state.chunk : undefined
  const { fields: fieldRules } = useRules()
  const scheduleHorizonDays = useMe().data?.scheduleHorizonDays ?? scheduleHorizonDaysDefault
  // New circumstances must not make new submissions, so they are passed on through a store.
  const known = { now, isBlocked, fieldRules, scheduleHorizonDays }
  const [latest] = useState(() => createSnapshotStore(known))
  useLayoutEffect(() => latest.set(known))
  const [made, setMade] = useState<Made>()
  const isMade = made?.client === client && made.drafts === drafts
  // Created once and kept when another language is loaded: a task may be on its way.
  if (!isMade && parts) {
    const uploads = parts.panelUploads(client, drafts, latest, queries)
    setMade({ client, drafts, uploads, submissions: parts.panelSubmissions(client, drafts, latest, uploads) })
  }
  const outgoing = isMade ? made : undefined
  useEffect(() => {
    if (!outgoing) return undefined
    const { submissions, uploads } = outgoing
    return endOutside(
      client.onSignedOut(() => {
        submissions.abandon()
        uploads.abandon()
      }),
    )
  }, [client, outgoing])
  return outgoing
}

const nothingSent: DraftSubmissionState = {
  status: 'idle',
  uncertain: [],
  found: [],
  confirmed: [],
  tokens: { settled: [], sent: [] },
}
const getNothingSent = () => nothingSent
const neverChanges = () => () => {}

/** The state of a submission. Without a submission: nothing was sent. */
export const useSubmissionState = (submission: DraftSubmission | undefined): DraftSubmissionState =>
  useSyncExternalStore(submission?.subscribe ?? neverChanges, submission?.getSnapshot ?? getNothingSent)
