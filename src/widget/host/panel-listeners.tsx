import { useEffect, type RefObject } from 'react'
import type { DraftSubmissions } from '../../client/submissions/draft-submission.ts'
import type { Uploads } from '../../client/uploads/uploads.ts'
import { keepPresses } from '../controls/keep-presses.ts'
import { useFilesUnderWay } from '../form-model/uploads/use-files-under-way.ts'
import type { PanelEvents } from './panel-events.ts'
import { useResultEvents } from './result-events.ts'

export interface PanelListenersProps {
  readonly panelRef: RefObject<HTMLElement | null>
  readonly events: PanelEvents
  readonly submissions: DraftSubmissions
  readonly uploads: Uploads
}

/** Listens to results, uploads and presses once the code for sending has been loaded. It renders nothing. */
export function PanelListeners({ panelRef, events, submissions, uploads }: PanelListenersProps) {
  useResultEvents(events, submissions)
  useFilesUnderWay(uploads)
  useEffect(() => (panelRef.current ? keepPresses(panelRef.current) : undefined), [panelRef])
  return null
}
