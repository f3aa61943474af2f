import { isSettled, type SubmissionState } from '../../../client/attempts/submission-state.ts'
import type { PressNews } from './send-pressed.ts'

export interface OpenPress {
  readonly state: SubmissionState<unknown, unknown>
  /** The panel can still find out from Connect whether the attempt succeeded. */
  readonly mayAsk: boolean
  readonly news: PressNews
  /** Another question is open beside the button: about two versions of the draft, or about deleting drafts. */
  readonly isAsked: boolean
}

/** The effect that a press of the button for a draft has now. */
export type PressMeans = 'send' | 'check' | 'answer-first' | 'nothing'

/** While a question is open that only the agent can answer, a press sends nothing. */
export function pressMeans({ state, mayAsk, news, isAsked }: OpenPress): PressMeans {
  if (state.status === 'unknown') return mayAsk ? 'check' : 'answer-first'
  if (!isSettled(state)) return 'nothing'
  return news.repeat || isAsked ? 'answer-first' : 'send'
}
