import type { OpenQuestion } from '../attempts/open-questions.ts'
import type { RunSetting } from '../attempts/run-setting.ts'
import { answerTo } from '../attempts/send-once.ts'
import { startStopwatch } from '../attempts/stopwatch.ts'
import type { ClientFailure } from '../task-client-error.ts'
import type { Progress } from './progress.ts'

const unreachable: ClientFailure = { code: 'unreachable', outcome: 'unknown', issues: [] }

/** Asks once about an attempt, while the form stays as it is. */
export async function askBeside<Request, Result>(
  { attempt }: OpenQuestion<Request>,
  setting: RunSetting<Request, Result>,
  progress: Pick<Progress<Request, Result>, 'showAgain' | 'succeed'>,
  isAbandoned: () => boolean,
): Promise<void> {
  const { questions, clocks, line, network } = setting
  const { clientToken } = attempt
  const sinceAsked = startStopwatch(clocks)
  questions.noteSent(clientToken)
  questions.note(clientToken, { isBeingAsked: true })
  progress.showAgain()
  const turn = line.enter(() => {})
  try {
    await turn.comes
    await setting.beforeSend(false)
    if (isAbandoned()) return
    const isInTime = () => questions.resendableMs(clientToken, sinceAsked) > 0
    const answer = network.isOnline() ? await answerTo(setting, attempt, isInTime) : { failure: unreachable }
    if ('result' in answer) progress.succeed(attempt, answer.result)
    else if (answer.failure.code !== 'not-sent') questions.note(clientToken, { failure: answer.failure })
  } finally {
    turn.leave()
    questions.note(clientToken, { isBeingAsked: false })
    progress.showAgain()
  }
}
