import type { Attempt } from '../../core/attempts/attempt.ts'
import { runAttempt } from '../attempts/attempt-run.ts'
import type { RunSetting } from '../attempts/run-setting.ts'

/** Runs at most one attempt of a draft at a time. */
export interface Runner<Request> {
  /** Does nothing while another attempt is on its way. */
  readonly run: (attempt: Attempt<Request>) => Promise<void>
  readonly isRunning: () => boolean
  /** Gives the attempt up. Another one may run at once. */
  readonly giveUp: () => void
}

export function createRunner<Request, Result>(setting: RunSetting<Request, Result>): Runner<Request> {
  let running: AbortController | undefined
  return {
    run: async (attempt) => {
      if (running) return
      const controller = new AbortController()
      running = controller
      setting.questions.noteSent(attempt.clientToken)
      try {
        await runAttempt(attempt, setting, controller.signal)
      } finally {
        if (running === controller) running = undefined
      }
    },
    isRunning: () => running !== undefined,
    giveUp: () => {
      running?.abort()
      running = undefined
    },
  }
}
