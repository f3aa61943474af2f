// Not by name, for the same reason as in react-19.ts.
import * as React from 'react'
import type { DraftSubmissions, DraftSubmissionState } from '../../client/submissions/draft-submission.ts'
import { callOutside } from '../../core/listeners/call-outside.ts'
import { doneNews } from './done-news.ts'
import type { PanelEvents } from './panel-events.ts'

/** Tells the host the outcome of each task and message. If a listener of the host throws, the task is still created. */
export function useResultEvents(events: PanelEvents, submissions: DraftSubmissions): void {
  const tellStep = React.useEffectEvent((state: DraftSubmissionState) => {
    if (state.status === 'done') {
      const { listener, news } = doneNews(state)
      callOutside(events[listener], news)
    }
    if (state.status !== 'not-done' && state.status !== 'unknown') return
    const outcome = state.status === 'unknown' ? 'unknown' : 'not-created'
    callOutside(events.onFailure, { code: state.failure.code, outcome })
  })
  React.useEffect(() => submissions.subscribe((_draftId, state) => tellStep(state)), [submissions])
}
