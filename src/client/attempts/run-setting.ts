import type { Attempt } from '../../core/attempts/attempt.ts'
import type { Network } from '../network/network.ts'
import type { ClientFailure } from '../task-client-error.ts'
import type { Line } from './line.ts'
import type { OpenQuestions } from './open-questions.ts'
import type { Sealing } from './sealing.ts'
import type { Clocks } from './stopwatch.ts'
import type { SubmissionStep } from './submission-state.ts'

export interface RunSetting<Request, Result> {
  /** `isInTime` is asked again just before the request goes. */
  readonly send: (attempt: Attempt<Request>, isInTime: () => boolean) => Promise<Result>
  /** Also before an attempt is given up unsent. `isFirst`: it cannot have been carried out, as far as this window knows. */
  readonly beforeSend: (isFirst: boolean) => Promise<void>
  /** Judges again an attempt that had to wait; the failure if it may not be sent any more. */
  readonly judge: (request: Request) => Promise<ClientFailure | undefined>
  readonly wait: (milliseconds: number) => Promise<void>
  readonly random: () => number
  readonly clocks: Clocks
  readonly line: Line
  readonly network: Network
  readonly questions: OpenQuestions<Request>
  readonly sealing: Sealing<Request>
  readonly show: (step: SubmissionStep<Request, Result>) => void
}
