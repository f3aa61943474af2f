import type { Attempt, DeniedToken, TokensHere, UncertainAttempt } from '../../core/attempts/attempt.ts'
import type { Sealing } from './sealing.ts'
import { stopwatchSince, type Clocks, type Stopwatch } from './stopwatch.ts'
import type { ClientFailure } from '../task-client-error.ts'

/** An attempt that may have succeeded, with the state of the question about it. */
export interface OpenQuestion<Request> extends UncertainAttempt<Request> {
  readonly isBeingAsked?: boolean
  /** The answer to the latest try. It says nothing about the first try. */
  readonly failure?: ClientFailure
}

/** A request takes up to 30 s to arrive, and Connect must still know its token then. */
const travelMs = 30_000

/** How long an attempt whose answer was lost may be sent again, counted from the first try. */
export interface TokenMemory<Request> {
  /** By the panel itself, without the agent. Short, because a task that is created days later may do harm. */
  readonly byItselfMs: number
  /** At a press of the agent: as long as Connect remembers the token. */
  readonly byAgentMs: (request: Request) => number
}

type Progress = Pick<OpenQuestion<unknown>, 'isBeingAsked' | 'failure'>

/** The attempts of one draft whose answers were lost. */
export interface OpenQuestions<Request> {
  readonly all: () => readonly OpenQuestion<Request>[]
  readonly find: (clientToken: string) => OpenQuestion<Request> | undefined
  /** Adds an attempt. If it is known already, it keeps its first time. */
  readonly add: (attempt: Attempt<Request>, firstSentAt: number, age: Stopwatch) => void
  readonly settle: (clientToken: string) => void
  /** The agent says that this attempt created nothing. */
  readonly deny: (clientToken: string) => void
  /** The attempt is being sent or sent again, so its outcome is open. */
  readonly noteSent: (clientToken: string) => void
  readonly tokens: () => TokensHere
  readonly note: (clientToken: string, progress: Progress) => void
  /** How long the agent may still press "Check again". 0 or less if they may not. */
  readonly askableMs: (clientToken: string) => number
  /**
   * How long the panel may still send the attempt again without the agent: for some minutes after the first try, or after the
   * agent has pressed "Check again".
   */
  readonly resendableMs: (clientToken: string, sinceAsked?: Stopwatch) => number
}

const progressed = <Request>(question: OpenQuestion<Request>, progress: Progress): OpenQuestion<Request> => ({
  ...question,
  ...progress,
})

const without = (tokens: readonly string[], token: string) => tokens.filter((each) => each !== token)

const withoutDenied = (denied: readonly DeniedToken[] = [], token: string) =>
  denied.filter(({ clientToken }) => clientToken !== token)

export function createOpenQuestions<Request>(
  earlier: readonly UncertainAttempt<Request>[],
  clocks: Clocks,
  memory: TokenMemory<Request>,
  sealedUntil: Sealing<Request>['sealedUntil'],
): OpenQuestions<Request> {
  let questions: readonly OpenQuestion<Request>[] = earlier
  let tokens: TokensHere = { settled: [], sent: [] }
  const ages = new Map(
    earlier.map(({ attempt, firstSentAt }) => [attempt.clientToken, stopwatchSince(firstSentAt, clocks)]),
  )
  const find = (clientToken: string) => questions.find(({ attempt }) => attempt.clientToken === clientToken)
  const drop = (clientToken: string) => {
    questions = questions.filter(({ attempt }) => attempt.clientToken !== clientToken)
    ages.delete(clientToken)
  }
  const askableMs = (clientToken: string) => {
    const age = ages.get(clientToken)
    const question = find(clientToken)
    if (!age || !question) return 0
    const { request } = question.attempt
    // A sealed attempt can be sent again only until its bytes expire. An unsealed one cannot be sent again, because its bytes
    // would differ.
    const livesMs = (sealedUntil(request) ?? 0) - clocks.now()
    return Math.min(memory.byAgentMs(request) - age(), livesMs) - travelMs
  }
  return {
    all: () => questions,
    find,
    add: (attempt, firstSentAt, age) => {
      if (find(attempt.clientToken)) return
      questions = [...questions, { attempt, firstSentAt }]
      ages.set(attempt.clientToken, age)
    },
    settle: (clientToken) => {
      drop(clientToken)
      const { settled, sent, denied } = tokens
      tokens = {
        sent,
        settled: [...without(settled, clientToken), clientToken],
        denied: withoutDenied(denied, clientToken),
      }
    },
    deny: (clientToken) => {
      drop(clientToken)
      const { denied } = tokens
      tokens = {
        ...tokens,
        denied: [...withoutDenied(denied, clientToken), { clientToken, until: clocks.now() }],
      }
    },
    noteSent: (clientToken) => {
      const { settled, sent, denied } = tokens
      tokens = {
        settled: without(settled, clientToken),
        sent: [...without(sent, clientToken), clientToken],
        denied: withoutDenied(denied, clientToken),
      }
    },
    tokens: () => tokens,
    note: (clientToken, progress) => {
      questions = questions.map((question) =>
        question.attempt.clientToken === clientToken ? progressed(question, progress) : question,
      )
    },
    askableMs,
    resendableMs: (clientToken, sinceAsked) => {
      const age = ages.get(clientToken)
      if (!age) return 0
      const leftMs = sinceAsked ? memory.byItselfMs - sinceAsked() : memory.byItselfMs - age() - travelMs
      return Math.min(leftMs, askableMs(clientToken))
    },
  }
}
