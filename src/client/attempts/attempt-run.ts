import type { Attempt } from '../../core/attempts/attempt.ts'
import type { ClientFailure } from '../task-client-error.ts'
import { freshPatience, pauseAfter } from './patience.ts'
import type { RunSetting } from './run-setting.ts'
import {
  isOpen,
  showFailure,
  showSending,
  showWait,
  startRunning,
  type RunningAttempt,
  type Sent,
} from './running-attempt.ts'
import { sendOnce, tooLate } from './send-once.ts'
import { untilOnline } from './until-online.ts'

/** Runs an attempt from the agent's press until its outcome is known, or until only the agent can decide what to do. */
export async function runAttempt<Request, Result>(
  asked: Attempt<Request>,
  setting: RunSetting<Request, Result>,
  signal: AbortSignal,
): Promise<void> {
  const { sealing, show } = setting
  let attempt = asked
  // Gather the files before the attempt enters the line, so that other drafts do not wait for them.
  const mustGather = isOpen(sealing, asked) && !sealing.isGathered(asked.request)
  if (mustGather) {
    const gathered = await gather(asked, setting, signal)
    if (signal.aborted) return
    if ('failure' in gathered) {
      show({ status: 'not-done', attempt: asked, failure: gathered.failure })
      return
    }
    attempt = { ...asked, request: gathered.request }
  }
  const run = startRunning(attempt, setting, signal)
  let isBehind = false
  const turn = setting.line.enter((before) => {
    isBehind = true
    showWait(run, { for: 'turn', before })
  })
  try {
    const begun = turn.isFirst ? showPressed(run) : undefined
    await Promise.race([turn.comes, run.stopped])
    // Another window may have sent the same before, so judge it again before it is sent.
    if (isBehind) await sendUntilKnown(run, true)
    else await sendUntilKnown(run, !turn.isFirst || mustGather, begun)
  } finally {
    turn.leave()
  }
}

function gather<Request, Result>(
  attempt: Attempt<Request>,
  { sealing, show }: RunSetting<Request, Result>,
  signal: AbortSignal,
) {
  return sealing.gather(attempt.request, signal, (left) => {
    if (!signal.aborted) show({ status: 'waiting', attempt, wait: { for: 'files', left } })
  })
}

/** Shows the press at once: as sent, or what the attempt waits for. */
function showPressed<Request, Result>(run: RunningAttempt<Request, Result>): Sent | undefined {
  const { network, sealing } = run.setting
  const isReady = network.isOnline() && !isOpen(sealing, run.attempt)
  if (isReady) return showSending(run)
  showWait(run, network.isOnline() ? { for: 'files', left: 0 } : { for: 'network' })
  return undefined
}

/** Why the attempt is not sent now, although the agent has pressed the button. */
async function refusal<Request, Result>(
  run: RunningAttempt<Request, Result>,
  hasWaited: boolean,
  last: ClientFailure | undefined,
): Promise<ClientFailure | undefined> {
  if (run.leftMs() <= 0) {
    // Another window may have sent the draft in the meantime.
    if (!run.isLost()) await run.setting.beforeSend(true)
    return tooLate(run, last)
  }
  // If an answer was lost, the attempt is sent again only to learn its outcome, so the rules do not matter.
  return hasWaited && !run.isLost() ? run.setting.judge(run.attempt.request) : undefined
}

/**
 * Sends the attempt, and sends it again if that is safe, until its outcome is known. `begun` means that the panel already shows
 * it as sent.
 */
async function sendUntilKnown<Request, Result>(
  run: RunningAttempt<Request, Result>,
  mustBeJudged: boolean,
  begun?: Sent,
): Promise<void> {
  const { signal } = run
  const { network, questions, random, show, wait } = run.setting
  let sent = begun
  let hasWaited = mustBeJudged
  let patience = freshPatience
  let last: ClientFailure | undefined
  /* Each request must end before the next may begin. */
  /* oxlint-disable no-await-in-loop */
  while (!signal.aborted) {
    if (!network.isOnline()) {
      sent = undefined
      hasWaited = true
      showWait(run, { for: 'network' })
      await untilOnline(run)
      if (signal.aborted) return
    }
    const refused = await refusal(run, hasWaited, last)
    if (signal.aborted) return
    if (refused) {
      showFailure(run, refused)
      return
    }
    const answer = await sendOnce(run, sent)
    sent = undefined
    if (!answer) return
    if ('result' in answer) {
      questions.settle(run.attempt.clientToken)
      show({ status: 'done', attempt: run.attempt, result: answer.result })
      return
    }
    last = answer.failure.code === 'not-sent' ? tooLate(run, last) : answer.failure
    const pause = pauseAfter(last, patience, random)
    if (!pause || pause.seconds * 1_000 > run.leftMs()) {
      showFailure(run, last)
      return
    }
    ;({ patience } = pause)
    hasWaited = true
    showWait(run, { for: last.code === 'busy' ? 'proxy' : 'connect', seconds: pause.seconds })
    await Promise.race([wait(pause.seconds * 1_000), run.stopped])
  }
  /* oxlint-enable no-await-in-loop */
}
