import { attemptPatienceSeconds, type Attempt } from '../../core/attempts/attempt.ts'
import type { Line, Turn } from './line.ts'
import type { Network } from '../network/network.ts'
import type { OpenQuestions } from './open-questions.ts'
import type { Sealing } from './sealing.ts'
import { freshPatience, pauseAfter } from './patience.ts'
import { startStopwatch, type Clocks } from './stopwatch.ts'
import type { SubmissionStep, Wait } from './submission-state.ts'
import { TaskClientError, type ClientFailure } from '../task-client-error.ts'

export interface RunSetting<Request, Result> {
  /** `isInTime` is asked again just before the request goes. */
  readonly send: (attempt: Attempt<Request>, isInTime: () => boolean) => Promise<Result>
  readonly beforeSend: () => Promise<void>
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

export type Answer<Result> = { readonly result: Result } | { readonly failure: ClientFailure }

/** The page was closed or reloaded before the answer came. */
export const interrupted: ClientFailure = { code: 'interrupted', outcome: 'unknown', issues: [] }

/** How often an unreachable proxy is tried while an attempt waits for it. */
const probeEveryMs = 5_000

const patienceMs = attemptPatienceSeconds * 1_000

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })

const notSent: ClientFailure = { code: 'not-sent', outcome: 'not-created', issues: [] }

/** The computer may have slept since `isInTime` was asked last. */
export async function answerTo<Request, Result>(
  { send }: Pick<RunSetting<Request, Result>, 'send'>,
  attempt: Attempt<Request>,
  isInTime: () => boolean,
): Promise<Answer<Result>> {
  if (!isInTime()) return { failure: notSent }
  try {
    return { result: await send(attempt, isInTime) }
  } catch (error) {
    if (error instanceof TaskClientError) return { failure: error.failure }
    // A fault of our own may come after the request was carried out.
    return { failure: { code: 'unreadable', outcome: 'unknown', issues: [] } }
  }
}

/** One attempt from the press of the agent until its outcome is known, or until only the agent can say how to go on. */
export async function runAttempt<Request, Result>(
  asked: Attempt<Request>,
  setting: RunSetting<Request, Result>,
  signal: AbortSignal,
): Promise<void> {
  const { sealing, show } = setting
  let attempt = asked
  // Before the line, in which other drafts must not wait for the files of this one.
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
  const run = createRun(attempt, setting, signal, mustGather)
  const turn = setting.line.enter(run.showTurn)
  try {
    await run.go(turn)
  } finally {
    turn.leave()
  }
}

/** Its last bytes are missing. */
const isOpen = <Request>({ sealedUntil }: Sealing<Request>, { request }: Attempt<Request>): boolean =>
  sealedUntil(request) === undefined

function gather<Request, Result>(
  attempt: Attempt<Request>,
  { sealing, show }: RunSetting<Request, Result>,
  signal: AbortSignal,
) {
  return sealing.gather(attempt.request, signal, (left) => {
    if (!signal.aborted) show({ status: 'waiting', attempt, wait: { for: 'files', left } })
  })
}

function createRun<Request, Result>(
  asked: Attempt<Request>,
  setting: RunSetting<Request, Result>,
  signal: AbortSignal,
  hasGathered: boolean,
) {
  const { questions, clocks, network, show, wait, random, sealing } = setting
  const { clientToken } = asked
  let attempt = asked
  const waited = startStopwatch(clocks)
  const stopped = aborted(signal)
  const isLost = () => questions.find(clientToken) !== undefined
  /** The agent has asked again about an attempt whose answer was lost before. */
  const sinceAsked = isLost() ? waited : undefined
  const sealedMs = () => (sealing.sealedUntil(attempt.request) ?? Infinity) - clocks.now()
  const leftMs = () =>
    isLost() ? questions.resendableMs(clientToken, sinceAsked) : Math.min(patienceMs - waited(), sealedMs())
  const end = (failure: ClientFailure) =>
    show({ status: isLost() ? 'unknown' : 'not-done', attempt, failure })

  const showWait = (reason: Wait) =>
    show(isLost() ? { status: 'checking', attempt } : { status: 'waiting', attempt, wait: reason })

  let isBehind = false
  const showTurn = (before: number) => {
    isBehind = true
    showWait({ for: 'turn', before })
  }

  const showSending = () => {
    const firstSentAt = clocks.now()
    show(isLost() ? { status: 'checking', attempt } : { status: 'sending', attempt, firstSentAt })
    return { firstSentAt, age: startStopwatch(clocks) }
  }

  async function untilOnline(): Promise<void> {
    let wake: (() => void) | undefined
    const stopListening = network.subscribe(() => wake?.())
    /* One try after the other. */
    /* oxlint-disable no-await-in-loop */
    while (!network.isOnline() && !signal.aborted && leftMs() > 0) {
      const changed = new Promise<void>((resolve) => {
        wake = resolve
      })
      await Promise.race([network.probe().catch(() => {}), changed, stopped])
      if (!network.isOnline() && !signal.aborted)
        await Promise.race([changed, wait(Math.min(probeEveryMs, leftMs())), stopped])
    }
    /* oxlint-enable no-await-in-loop */
    stopListening()
  }

  /** The reason why it is not sent any more: that of the last try, where there was one. */
  const tooLate = (last: ClientFailure | undefined): ClientFailure => {
    if (last) return last
    if (isLost()) return interrupted
    return network.isOnline() ? notSent : { ...notSent, code: 'offline' }
  }

  /** Why the attempt is not sent now, although the agent has pressed the button. */
  async function refusal(hasWaited: boolean, last: ClientFailure | undefined) {
    if (leftMs() <= 0) return tooLate(last)
    // Whether an attempt was carried out may be asked under any rules.
    return hasWaited && !isLost() ? setting.judge(attempt.request) : undefined
  }

  /** Fixes the bytes of the attempt. Resolves to why it cannot. */
  async function sealNow(): Promise<ClientFailure | undefined> {
    showWait({ for: 'files', left: 0 })
    const sealed = await sealing.seal(attempt.request, clientToken)
    if ('failure' in sealed) return sealed.failure
    attempt = { ...attempt, request: sealed.request }
    return undefined
  }

  /** Undefined if the agent has signed out before it could be sent. */
  async function sendNow(sent: ReturnType<typeof showSending>): Promise<Answer<Result> | undefined> {
    await setting.beforeSend()
    if (signal.aborted) return undefined
    const answer = await answerTo(setting, attempt, () => leftMs() > 0)
    if ('failure' in answer && answer.failure.outcome === 'unknown')
      questions.add(attempt, sent.firstSentAt, sent.age)
    return answer
  }

  async function go(turn: Turn): Promise<void> {
    // At once, so that the press is seen.
    const isReady = network.isOnline() && !isOpen(sealing, attempt)
    let begun = turn.isFirst && isReady ? showSending() : undefined
    if (turn.isFirst && !begun) showWait(network.isOnline() ? { for: 'files', left: 0 } : { for: 'network' })
    let hasWaited = !turn.isFirst || hasGathered
    let patience = freshPatience
    let last: ClientFailure | undefined
    await Promise.race([turn.comes, stopped])
    // An attempt of another window may have been before it.
    if (isBehind) {
      begun = undefined
      hasWaited = true
    }
    /* Each request must end before the next may begin. */
    /* oxlint-disable no-await-in-loop */
    while (!signal.aborted) {
      if (!network.isOnline()) {
        begun = undefined
        hasWaited = true
        showWait({ for: 'network' })
        await untilOnline()
        if (signal.aborted) return
      }
      const refused = await refusal(hasWaited, last)
      if (signal.aborted) return
      if (refused) {
        end(refused)
        return
      }
      const unsealed = isOpen(sealing, attempt) ? await sealNow() : undefined
      if (signal.aborted) return
      const answer = unsealed ? { failure: unsealed } : await sendNow(begun ?? showSending())
      begun = undefined
      if (!answer) return
      if ('result' in answer) {
        questions.settle(clientToken)
        show({ status: 'done', attempt, result: answer.result })
        return
      }
      last = answer.failure.code === 'not-sent' ? tooLate(last) : answer.failure
      const pause = pauseAfter(last, patience, random)
      if (!pause || pause.seconds * 1_000 > leftMs()) {
        end(last)
        return
      }
      ;({ patience } = pause)
      hasWaited = true
      showWait({ for: last.code === 'busy' ? 'proxy' : 'connect', seconds: pause.seconds })
      await Promise.race([wait(pause.seconds * 1_000), stopped])
    }
    /* oxlint-enable no-await-in-loop */
  }

  return { go, showTurn }
}
