import type { Attempt } from '../../core/attempts/attempt.ts'
import type { Network } from '../network/network.ts'
import type { ClientFailure } from '../task-client-error.ts'
import type { Line } from './line.ts'
import type { OpenQuestions } from './open-questions.ts'
import type { Sealing } from './sealing.ts'
import type { Clocks } from './stopwatch.ts'
import type { SubmissionStep } from './submission-state.ts'

export interface RunSetting<Request, Result> {
  /** Sends the attempt. `isInTime` is called again just before the request is sent. */
  readonly send: (attempt: Attempt<Request>, isInTime: () => boolean) => Promise<Result>
  /**
   * Called before an attempt is sent, or is given up unsent. `isFirst` means that, as far as this window knows, it cannot have
   * been carried out.
   */
  readonly beforeSend: (isFirst: boolean) => Promise<void>
  /** Checks an attempt again after it had to wait. Returns the failure if it must not be sent now. */
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
