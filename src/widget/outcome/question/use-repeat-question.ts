import { useEffect } from 'react'
import { useFormContext } from 'react-hook-form'
import type { SnapshotStore } from '../../../core/listeners/snapshot-store.ts'
import type { TaskDraft, TaskRequest } from '../../../core/task/task-parts.ts'
import { onDraftChange } from '../../form-model/draft/draft-changes.ts'
import type { PressNews } from '../press/send-pressed.ts'

export interface RepeatQuestionHandle {
  /** The agent wants another: the next press of the button sends it. */
  readonly confirm: () => void
  readonly close: () => void
}

/** The agent's answers about a press that would create the same task again. */
export function useRepeatQuestion(news: SnapshotStore<PressNews>): RepeatQuestionHandle {
  const { control, subscribe } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const close = () => {
    const { repeat: _answered, ...rest } = news.getSnapshot()
    news.set(rest)
  }
  // An edited draft is another task, and the next press asks again if it is not.
  useEffect(
    () =>
      onDraftChange({ control, subscribe }, () => {
        const { repeat, ...rest } = news.getSnapshot()
        if (repeat) news.set(rest)
      }),
    [control, subscribe, news],
  )
  return {
    confirm: () => {
      const { repeat, ...rest } = news.getSnapshot()
      news.set(repeat ? { ...rest, confirmed: repeat.fingerprint } : rest)
    },
    close,
  }
}
