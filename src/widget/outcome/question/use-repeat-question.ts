import { useEffect } from 'react'
import type { SnapshotStore } from '../../../core/listeners/snapshot-store.ts'
import type { PressNews } from '../press/send-pressed.ts'

export interface RepeatQuestionHandle {
  /** Called when the agent wants a second task: the next press of the button sends it. */
  readonly confirm: () => void
  readonly close: () => void
}

/** Calls back for every change of the draft in a form. Returns a function that stops it. */
export type ListenToDraft = (changed: () => void) => () => void

/** Handles the question before a press that would create the same task again. */
export function useRepeatQuestion(
  news: SnapshotStore<PressNews>,
  onDraftChange: ListenToDraft,
): RepeatQuestionHandle {
  const close = () => {
    const { repeat: _answered, ...rest } = news.getSnapshot()
    news.set(rest)
  }
  // An edited draft is usually another task, so close the question. If it is still the same, the next press asks again.
  useEffect(
    () =>
      onDraftChange(() => {
        const { repeat, ...rest } = news.getSnapshot()
        if (repeat) news.set(rest)
      }),
    [onDraftChange, news],
  )
  return {
    confirm: () => {
      const { repeat, ...rest } = news.getSnapshot()
      news.set(repeat ? { ...rest, confirmed: repeat.fingerprint } : rest)
    },
    close,
  }
}
