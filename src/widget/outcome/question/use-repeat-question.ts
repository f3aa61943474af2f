import { useEffect } from 'react'
import type { SnapshotStore } from '../../../core/listeners/snapshot-store.ts'
import type { PressNews } from '../press/send-pressed.ts'

export interface RepeatQuestionHandle {
  /** The agent wants another: the next press of the button sends it. */
  readonly confirm: () => void
  readonly close: () => void
}

/** Calls back for every change of the draft in a form; returns how to stop. */
export type ListenToDraft = (changed: () => void) => () => void

/** The agent's answers about a press that would create the same task again. */
export function useRepeatQuestion(
  news: SnapshotStore<PressNews>,
  onDraftChange: ListenToDraft,
): RepeatQuestionHandle {
  const close = () => {
    const { repeat: _answered, ...rest } = news.getSnapshot()
    news.set(rest)
  }
  // An edited draft is another task, and the next press asks again if it is not.
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
