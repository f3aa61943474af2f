// Not by name, for the same reason as in react-19.ts.
import * as React from 'react'
import {
  doneTask,
  type DoneTask,
  type DraftSubmissions,
  type DraftSubmissionState,
} from '../../client/submissions/draft-submission.ts'
import type { ClientFailure } from '../../client/task-client-error.ts'
import { callOutside } from '../../core/listeners/call-outside.ts'
import type { Desk } from '../../drafts/desk/desk.ts'
import { createDraftNews, type DraftNews } from './draft-news.ts'

/** Events of the panel for the page around it. They contain nothing that an agent typed. */
export interface PanelEvents {
  /** The proxy knows the agent: tasks can be created. */
  readonly onReady?: () => void
  readonly onTaskCreated?: (task: CreatedTaskNews) => void
  readonly onFailure?: (failure: Pick<ClientFailure, 'code' | 'outcome'>) => void
  /**
   * The contact of the draft in front of the agent, or whether it is begun, differs from the last call: the agent began,
   * emptied or moved the draft, or another draft came to the front. Called once for each change. Before the first call, the
   * draft is empty and about the first contact of the source; presets do not begin it.
   */
  readonly onDraftChanged?: (draft: DraftNews) => void
}

export interface CreatedTaskNews {
  readonly contactId: string
  /** Absent when the task is linked to none. */
  readonly linkedContactId?: string
}

export interface PanelNews {
  readonly isReady: boolean
  readonly desk: Desk
  /** Absent until the code for them has been loaded. */
  readonly submissions: DraftSubmissions | undefined
}

/**
 * Tells the host when the panel is ready, which draft is in front of the agent, and the outcome of each task. An exception
 * in a listener of the host must not disturb a task that is being created.
 */
export function usePanelEvents(events: PanelEvents, { isReady, desk, submissions }: PanelNews): void {
  const [draftNews] = React.useState(createDraftNews)
  const tellReady = React.useEffectEvent(() => callOutside(events.onReady))
  const tellDraft = React.useEffectEvent((news: DraftNews) => callOutside(events.onDraftChanged, news))
  const tellStep = React.useEffectEvent((state: DraftSubmissionState) => {
    const created = state.status === 'done' ? doneTask(state) : undefined
    if (created) callOutside(events.onTaskCreated, createdNews(created))
    if (state.status !== 'not-done' && state.status !== 'unknown') return
    const outcome = state.status === 'unknown' ? 'unknown' : 'not-created'
    callOutside(events.onFailure, { code: state.failure.code, outcome })
  })
  React.useEffect(() => {
    if (isReady) tellReady()
  }, [isReady])
  React.useEffect(() => {
    const news = draftNews(desk)
    if (news) tellDraft(news)
  }, [draftNews, desk])
  React.useEffect(() => submissions?.subscribe((_draftId, state) => tellStep(state)), [submissions])
}

function createdNews({ task, request: { link } }: DoneTask): CreatedTaskNews {
  return { contactId: task.contactId, ...(link ? { linkedContactId: link.contactId } : {}) }
}
