import {
  assumedTokenMemoryMs,
  attemptFor,
  renewedAttempt,
  type Attempt,
  type EarlierAttempts,
  type UncertainAttempt,
} from '../../core/attempts/attempt.ts'
import { createSnapshotStore, type Snapshots } from '../../core/listeners/snapshot-store.ts'
import { runAttempt } from '../attempts/attempt-run.ts'
import type { RunSetting } from '../attempts/run-setting.ts'
import { answerTo, interrupted } from '../attempts/send-once.ts'
import { createLine, type Line } from '../attempts/line.ts'
import { alwaysOnline, type Network } from '../network/network.ts'
import { createOpenQuestions, type OpenQuestion } from '../attempts/open-questions.ts'
import { alwaysSealed, type Sealing } from '../attempts/sealing.ts'
import { startStopwatch, stopwatchSince } from '../attempts/stopwatch.ts'
import {
  isUnderWay,
  type Found,
  type SubmissionState,
  type SubmissionStep,
} from '../attempts/submission-state.ts'
import type { ClientFailure } from '../task-client-error.ts'

export interface SubmissionOptions<Request, Result> {
  /** Work to finish before an attempt is sent. If it fails, the attempt is sent all the same. */
  readonly beforeSend?: () => Promise<void>
  readonly send: RunSetting<Request, Result>['send']
  readonly newToken: (content: string) => string
  readonly wait: (milliseconds: number) => Promise<void>
  /** Spreads the tries of several panels; `Math.random` unless given. */
  readonly random?: () => number
  /** The present time by the proxy's clock, in milliseconds since the epoch. */
  readonly now: () => number
  /** A clock that is never set anew, in milliseconds; the page's own unless given. */
  readonly uptime?: () => number
  /** The attempts of the same account; an attempt waits for no other unless given. */
  readonly line?: Line
  readonly network?: Network
  /** Judges again a request that had to wait. Returns why it may not be sent any more. */
  readonly judge?: (request: Request) => Promise<ClientFailure | undefined>
  /** How a request gets its last bytes; it is complete from the start unless given. */
  readonly sealing?: Sealing<Request>
  /** How long Connect remembers the token of a request; as is assumed for tasks unless given. */
  readonly tokenMemoryMs?: (request: Request) => number
  /** The command does no harm when it is carried out twice, so that it may be asked again at any time. */
  readonly isRepeatable?: boolean
  /** What was sent before the page was reloaded. */
  readonly earlier?: EarlierAttempts<Request> | undefined
}

/** The agent's answer to the question whether an attempt succeeded; with a result where Connect has told it. */
export type AgentsAnswer<Result> = 'created' | 'not-created' | { readonly result: Result }

/** Sends the request of a command, of any kind. No other part of the panel sends an attempt again. */
export interface Submission<Request, Result> extends Snapshots<SubmissionState<Request, Result>> {
  /** Sends a request. Does nothing while an earlier one is on its way, or while its outcome is unknown. */
  readonly submit: (request: Request) => Promise<void>
  /**
   * Sends an attempt of unknown outcome once more, to learn its outcome: the latest unless a token is given. Does nothing
   * once Connect may have forgotten the token; only the agent can settle it then.
   */
  readonly askAgain: (clientToken?: string) => Promise<void>
  /** Whether `askAgain` may still send the attempt. */
  readonly mayAskAgain: (clientToken: string) => boolean
  /** The agent knows what became of an attempt of unknown outcome. */
  readonly settle: (clientToken: string, answer: AgentsAnswer<Result>) => void
  /** The agent has read the failure and edits on. The same content keeps its token, and open questions stay. */
  readonly dismiss: () => void
  /** Takes back an attempt that waits, while it is certain that nothing was done. The same content keeps its token. */
  readonly stopWaiting: () => void
  /** Asks about attempts of other windows, too. */
  readonly learn: (attempts: readonly UncertainAttempt<Request>[]) => void
  /** Another window knows that these attempts have created their tasks. They are neither asked about nor called refused. */
  readonly learnCreated: (clientTokens: readonly string[]) => void
  /** Sends nothing, because another window has created the task. Only before the attempt is sent. */
  readonly withdraw: () => void
  /** Sends nothing more, because the agent has signed out and the next one must not send in their place. */
  readonly abandon: () => void
}

const unreachable: ClientFailure = { code: 'unreachable', outcome: 'unknown', issues: [] }

export function createSubmission<Request, Result>(
  options: SubmissionOptions<Request, Result>,
): Submission<Request, Result> {
  const { beforeSend, send, newToken, wait, now, earlier, isRepeatable = false } = options
  const { random = Math.random, uptime = () => performance.now() } = options
  const { line = createLine(), network = alwaysOnline, judge = async () => undefined } = options
  const { sealing = alwaysSealed<Request>(), tokenMemoryMs = () => assumedTokenMemoryMs } = options
  const clocks = { now, uptime }
  const questions = createOpenQuestions(
    earlier?.uncertain ?? [],
    clocks,
    isRepeatable
      ? { byItselfMs: Infinity, byAgentMs: () => Infinity }
      : { byItselfMs: assumedTokenMemoryMs, byAgentMs: tokenMemoryMs },
    sealing.sealedUntil,
  )
  let latest = earlier?.latest
  /** Those before the latest, the last one first. */
  let past: readonly Attempt<Request>[] = []
  let found: readonly Found<Request, Result>[] = []
  /** Attempts that the agent has found in Connect. */
  const confirmed = new Set<string>()
  /** Requests that were carried out while they were the latest. */
  let finished: readonly Found<Request, Result>[] = []
  /** Attempts whose bytes the proxy refuses, though they have not expired. */
  const spent = new Set<string>()
  let running: AbortController | undefined
  let isAbandoned = false

  let step: SubmissionStep<Request, Result> = firstStep()
  const store = createSnapshotStore<SubmissionState<Request, Result>>(stateNow())

  function firstStep(): SubmissionStep<Request, Result> {
    if (!latest) return { status: 'idle' }
    // The form has another text, which must not leave with the task of this attempt.
    return questions.find(latest.clientToken) && !earlier?.isEdited
      ? { status: 'unknown', attempt: latest, failure: interrupted }
      : { status: 'idle', attempt: latest }
  }
  function stateNow(): SubmissionState<Request, Result> {
    return { ...step, uncertain: questions.all(), found, tokens: questions.tokens() }
  }
  const show: RunSetting<Request, Result>['show'] = (next) => {
    step = next
    if (next.status === 'done') finished = [...finished, { attempt: next.attempt, result: next.result }]
    if (next.status === 'not-done' && next.failure.code === 'upload-refused')
      spent.add(next.attempt.clientToken)
    // The bytes of the latest attempt may have been completed.
    if (next.attempt && next.attempt.clientToken === latest?.clientToken) latest = next.attempt
    store.set(stateNow())
  }
  const rest = () => show({ status: 'idle', ...(latest ? { attempt: latest } : {}) })
  const setting: RunSetting<Request, Result> = {
    send,
    beforeSend: async () => beforeSend?.().catch(() => {}),
    judge,
    wait,
    random,
    clocks,
    line,
    network,
    questions,
    sealing,
    show,
  }
  const mayAskAgain = (clientToken: string) => questions.askableMs(clientToken) > 0

  async function run(attempt: Attempt<Request>): Promise<void> {
    if (running) return
    const controller = new AbortController()
    running = controller
    questions.noteSent(attempt.clientToken)
    try {
      await runAttempt(attempt, setting, controller.signal)
    } finally {
      if (running === controller) running = undefined
    }
  }

  /** The attempt of this request: a known one of the same content, unless its bytes can neither be sent nor have arrived. */
  function attemptOf(request: Request): Attempt<Request> {
    const inQuestion = [...questions.all(), ...found, ...finished].map(({ attempt }) => attempt)
    const known = [...inQuestion, ...(latest ? [latest] : []), ...past]
    const { contentOf, sealedUntil } = sealing
    const attempt = attemptFor(request, known, newToken, contentOf)
    const { clientToken } = attempt
    const isInQuestion = inQuestion.some((each) => each.clientToken === clientToken)
    if (isInQuestion || confirmed.has(clientToken)) return attempt
    const until = sealedUntil(attempt.request)
    if (until === undefined) return { clientToken, request }
    return until > now() && !spent.has(clientToken)
      ? attempt
      : renewedAttempt(request, attempt, newToken, contentOf)
  }

  const isShown = ({ clientToken }: Attempt<Request>) => step.attempt?.clientToken === clientToken

  /** This window asks about it, knows its outcome, or is sending it itself for the first time. */
  const isKnownHere = (attempt: Attempt<Request>) =>
    questions.find(attempt.clientToken) !== undefined ||
    questions.tokens().settled.includes(attempt.clientToken) ||
    (step.status === 'sending' && isShown(attempt))

  /** An earlier attempt turned out to be carried out. */
  function succeed(attempt: Attempt<Request>, result: Result): void {
    questions.settle(attempt.clientToken)
    // In every other state the form may hold another text, or another task is in front.
    if (isShown(attempt) && step.status === 'unknown') show({ status: 'done', attempt, result })
    else {
      found = [...found, { attempt, result }]
      show(step)
    }
  }

  /** Asks once about an attempt, while the form stays as it is. */
  async function askBeside({ attempt }: OpenQuestion<Request>): Promise<void> {
    const { clientToken } = attempt
    const sinceAsked = startStopwatch(clocks)
    questions.noteSent(clientToken)
    questions.note(clientToken, { isBeingAsked: true })
    show(step)
    const turn = line.enter(() => {})
    try {
      await turn.comes
      await setting.beforeSend()
      if (isAbandoned) return
      const isInTime = () => questions.resendableMs(clientToken, sinceAsked) > 0
      const answer = network.isOnline()
        ? await answerTo(setting, attempt, isInTime)
        : { failure: unreachable }
      if ('result' in answer) succeed(attempt, answer.result)
      else if (answer.failure.code !== 'not-sent') questions.note(clientToken, { failure: answer.failure })
    } finally {
      turn.leave()
      questions.note(clientToken, { isBeingAsked: false })
      show(step)
    }
  }

  return {
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
    mayAskAgain,
    submit: async (request) => {
      if (isAbandoned || running || (step.status !== 'idle' && step.status !== 'not-done')) return
      const next = attemptOf(request)
      if (latest && latest.clientToken !== next.clientToken) past = [latest, ...past]
      latest = next
      const { clientToken } = latest
      const question = questions.find(clientToken)
      const same = [...found, ...finished].find(({ attempt }) => attempt.clientToken === clientToken)
      if (same) show({ status: 'done', ...same })
      else if (confirmed.has(clientToken)) show({ status: 'confirmed', attempt: latest })
      else if (question && !mayAskAgain(latest.clientToken))
        show({ status: 'unknown', attempt: latest, failure: question.failure ?? interrupted })
      else await run(latest)
    },
    askAgain: async (clientToken = latest?.clientToken ?? '') => {
      const question = questions.find(clientToken)
      if (isAbandoned || !question || question.isBeingAsked || !mayAskAgain(clientToken)) return
      if (step.status === 'unknown' && isShown(question.attempt)) await run(question.attempt)
      // Otherwise it is already on its way.
      else if (!running || !isShown(question.attempt)) await askBeside(question)
    },
    settle: (clientToken, answer) => {
      const question = questions.find(clientToken)
      if (!question || question.isBeingAsked || (running && isShown(question.attempt))) return
      const { attempt } = question
      if (typeof answer === 'object') {
        succeed(attempt, answer.result)
        return
      }
      questions.settle(clientToken)
      if (answer === 'created') confirmed.add(clientToken)
      if (step.status !== 'unknown' || !isShown(attempt)) show(step)
      else if (answer === 'created') show({ status: 'confirmed', attempt })
      else rest()
    },
    dismiss: () => {
      if (!isUnderWay(store.getSnapshot())) rest()
    },
    stopWaiting: () => {
      if (step.status !== 'waiting') return
      running?.abort()
      running = undefined
      rest()
    },
    learn: (attempts) => {
      const others = attempts.filter(({ attempt }) => !isKnownHere(attempt))
      if (others.length === 0) return
      for (const { attempt, firstSentAt } of others) {
        questions.add(attempt, firstSentAt, stopwatchSince(firstSentAt, clocks))
        latest ??= attempt
      }
      // Another window has sent the same since it was refused here.
      if (step.status === 'not-done' && questions.find(step.attempt.clientToken))
        show({ ...step, status: 'unknown' })
      else show(step)
    },
    learnCreated: (clientTokens) => {
      // One that is on its way gets its answer here.
      const isRunning = (token: string) => running !== undefined && step.attempt?.clientToken === token
      const { settled } = questions.tokens()
      const news = clientTokens.filter((token) => !settled.includes(token) && !isRunning(token))
      if (news.length === 0) return
      for (const token of news) questions.settle(token)
      const isOfStep = step.attempt && news.includes(step.attempt.clientToken)
      if (isOfStep && (step.status === 'unknown' || step.status === 'not-done')) rest()
      else show(step)
    },
    withdraw: () => {
      running?.abort()
      running = undefined
      rest()
    },
    abandon: () => {
      isAbandoned = true
      running?.abort()
    },
  }
}
