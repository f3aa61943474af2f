// Not by name, for the same reason as in react-19.ts.
import * as React from 'react'
import type { ClientFailure } from '../../client/task-client-error.ts'
import { callOutside } from '../../core/listeners/call-outside.ts'
import type { Desk } from '../../drafts/desk/desk.ts'
import type { DoneNews } from './done-news.ts'
import { createDraftNews, type DraftNews } from './draft-news.ts'

/** Events of the panel for the page around it. They contain nothing that an agent typed. */
export interface PanelEvents {
  /** The proxy knows the agent: tasks can be created. */
  readonly onReady?: () => void
  readonly onTaskCreated?: (task: DoneNews) => void
  /** Connect has accepted a text message. Nothing says that it arrived. */
  readonly onMessageAccepted?: (message: DoneNews) => void
  readonly onFailure?: (failure: Pick<ClientFailure, 'code' | 'outcome'>) => void
  /**
   * Called once for each change of the draft in front of the agent: the agent began, emptied or moved it, or another draft came
   * to the front. Before the first call the draft is empty and about the first contact of the source. Presets of the rules do
   * not count as begun.
   */
  readonly onDraftChanged?: (draft: DraftNews) => void
}

export interface PanelNews {
  readonly isReady: boolean
  readonly desk: Desk
}

/** Tells the host when the panel is ready, and which draft is in front of the agent. */
export function usePanelEvents(events: PanelEvents, { isReady, desk }: PanelNews): void {
  const [draftNews] = React.useState(createDraftNews)
  const tellReady = React.useEffectEvent(() => callOutside(events.onReady))
  const tellDraft = React.useEffectEvent((news: DraftNews) => callOutside(events.onDraftChanged, news))
  React.useEffect(() => {
    if (isReady) tellReady()
  }, [isReady])
  React.useEffect(() => {
    const news = draftNews(desk)
    if (news) tellDraft(news)
  }, [draftNews, desk])
}
