import { useEffect, useImperativeHandle, useRef, useState, type RefObject } from 'react'
import { useFormContext } from 'react-hook-form'
import { isRepeatOf, taskFingerprint } from '../../core/attempts/repeated-task.ts'
import type { TaskDraft, TaskRequest } from '../../core/task/task-parts.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { onDraftChange } from '../form-model/draft/draft-changes.ts'
import { usePanelSetting } from '../panel-setting.ts'

/** Whether the agent must be asked before this request is sent. */
export type AskFirst = (request: TaskRequest) => boolean

export interface RepeatQuestionHandle {
  /** When the same task was created, in milliseconds since the epoch; undefined while nothing is asked. */
  readonly createdAt: number | undefined
  /** The agent wants another: the next press of the button sends it. */
  readonly confirm: () => void
  readonly close: () => void
}

/** Asks about a press that would create the same task again. It is set into the press from here, because it comes late. */
export function useRepeatQuestion(
  askFirst: RefObject<AskFirst | null>,
  { ledger }: Pick<DraftsAtHand, 'ledger'>,
): RepeatQuestionHandle {
  const { now } = usePanelSetting()
  const { control, subscribe } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const [asked, setAsked] = useState<{ readonly createdAt: number; readonly fingerprint: string }>()
  // As long as this draft is in front: a second try after a failure is not asked about again.
  const confirmed = useRef<string>(undefined)
  const close = () => setAsked(undefined)
  useImperativeHandle(askFirst, () => (request) => {
    const same = ledger.getSnapshot().find((entry) => isRepeatOf(request, entry, now()))
    const fingerprint = taskFingerprint(request)
    const mustAsk = same !== undefined && confirmed.current !== fingerprint
    setAsked(mustAsk ? { createdAt: same.createdAt, fingerprint } : undefined)
    return mustAsk
  })
  // An edited draft is another task, and the next press asks again if it is not.
  useEffect(() => onDraftChange({ control, subscribe }, () => setAsked(undefined)), [control, subscribe])
  return {
    createdAt: asked?.createdAt,
    confirm: () => {
      confirmed.current = asked?.fingerprint
      close()
    },
    close,
  }
}
