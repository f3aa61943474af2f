import { draftToken, type EarlierAttempt } from '../core/attempt.ts'
import {
  createSubmission,
  type Submission,
  type SubmissionOptions,
  type SubmissionState,
} from './submission.ts'

/** The submission of each draft: one that is on its way goes on while the agent looks at another. */
export interface Submissions {
  /** `earlier` counts where this page has sent nothing of the draft yet. */
  readonly of: (draftId: string, earlier?: EarlierAttempt) => Submission
  /** Calls back with each step of any of them; returns how to stop. */
  readonly subscribe: (onStep: OnStep) => () => void
  /** The agent whose they are is gone. */
  readonly abandon: () => void
}

export type SubmissionsOptions = Pick<SubmissionOptions, 'beforeSend' | 'send' | 'wait'>

type OnStep = (draftId: string, state: SubmissionState) => void

export function createSubmissions(options: SubmissionsOptions): Submissions {
  const byDraft = new Map<string, Submission>()
  const listeners = new Set<OnStep>()
  return {
    of: (draftId, earlier) => {
      const known = byDraft.get(draftId)
      if (known) return known
      const submission = createSubmission({
        ...options,
        newToken: (content) => draftToken(draftId, content),
        earlier,
      })
      submission.subscribe(() => {
        for (const listener of listeners) listener(draftId, submission.getSnapshot())
      })
      byDraft.set(draftId, submission)
      return submission
    },
    subscribe: (onStep) => {
      listeners.add(onStep)
      return () => listeners.delete(onStep)
    },
    abandon: () => {
      for (const submission of byDraft.values()) submission.abandon()
      byDraft.clear()
    },
  }
}
