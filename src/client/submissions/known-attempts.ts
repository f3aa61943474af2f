import { attemptFor, renewedAttempt, type Attempt } from '../../core/attempts/attempt.ts'
import type { OpenQuestions } from '../attempts/open-questions.ts'
import type { Sealing } from '../attempts/sealing.ts'
import type { Found, SubmissionStep } from '../attempts/submission-state.ts'

/** The attempts of one draft, with their outcomes. */
export interface KnownAttempts<Request, Result> {
  readonly latest: () => Attempt<Request> | undefined
  /**
   * The attempt for this request. It becomes the latest. A known attempt with the same content is used again, unless its bytes
   * cannot be sent any more and cannot have arrived. `once more` is another attempt than all that have been carried out: under
   * their tokens, Connect would create nothing.
   */
  readonly begin: (request: Request, howOften: 'once' | 'once more') => Attempt<Request>
  /** Takes over an attempt of another window. It becomes the latest if this window has sent nothing. */
  readonly adopt: (attempt: Attempt<Request>) => void
  /** The result of the attempt with this token. */
  readonly resultOf: (clientToken: string) => Found<Request, Result> | undefined
  /** The earlier attempts that have turned out to be carried out. */
  readonly found: () => readonly Found<Request, Result>[]
  readonly noteFound: (found: Found<Request, Result>) => void
  /** The agent has found it in Connect. */
  readonly confirm: (attempt: Attempt<Request>) => void
  readonly confirmed: () => readonly Attempt<Request>[]
  readonly isConfirmed: (clientToken: string) => boolean
  readonly noteStep: (step: SubmissionStep<Request, Result>) => void
}

interface KnownAttemptsOptions<Request> {
  /** The last attempt from before the page was reloaded. */
  readonly latest: Attempt<Request> | undefined
  readonly questions: OpenQuestions<Request>
  readonly sealing: Sealing<Request>
  readonly newToken: (content: string) => string
  readonly now: () => number
}

export function createKnownAttempts<Request, Result>(
  options: KnownAttemptsOptions<Request>,
): KnownAttempts<Request, Result> {
  const { questions, newToken, now } = options
  const { contentOf, sealedUntil } = options.sealing
  let { latest } = options
  /** The attempts before the latest, the last one first. */
  let past: readonly Attempt<Request>[] = []
  let found: readonly Found<Request, Result>[] = []
  /** Requests that were carried out while they were the latest. */
  let finished: readonly Found<Request, Result>[] = []
  let confirmed: readonly Attempt<Request>[] = []
  /** Attempts whose bytes the proxy refuses, though they have not expired. */
  const spent = new Set<string>()

  const isConfirmed = (clientToken: string) => confirmed.some((each) => each.clientToken === clientToken)

  const inQuestionNow = () => [...questions.all(), ...found, ...finished].map(({ attempt }) => attempt)
  const earlier = () => [...(latest ? [latest] : []), ...past]

  function attemptOf(request: Request): Attempt<Request> {
    const known = [...inQuestionNow(), ...earlier()]
    return sendable(request, attemptFor(request, known, newToken, contentOf))
  }

  /** The attempt itself, or the next one with the same content that has not been carried out. */
  function unsettled(request: Request, attempt: Attempt<Request>): Attempt<Request> {
    if (!questions.tokens().settled.includes(attempt.clientToken)) return attempt
    const another = renewedAttempt(request, attempt, newToken, contentOf)
    const known = earlier().find(({ clientToken }) => clientToken === another.clientToken)
    return unsettled(request, sendable(request, known ?? another))
  }

  /** The attempt itself, or another one if its bytes can neither be sent nor have arrived. */
  function sendable(request: Request, attempt: Attempt<Request>): Attempt<Request> {
    const { clientToken } = attempt
    const inQuestion = inQuestionNow()
    const isInQuestion = inQuestion.some((each) => each.clientToken === clientToken)
    if (isInQuestion || isConfirmed(clientToken)) return attempt
    const until = sealedUntil(attempt.request)
    if (until === undefined) return { clientToken, request }
    return until > now() && !spent.has(clientToken)
      ? attempt
      : renewedAttempt(request, attempt, newToken, contentOf)
  }

  return {
    latest: () => latest,
    begin: (request, howOften) => {
      const attempt = attemptOf(request)
      const next = howOften === 'once more' ? unsettled(request, attempt) : attempt
      if (latest && latest.clientToken !== next.clientToken) past = [latest, ...past]
      latest = next
      return next
    },
    adopt: (attempt) => {
      latest ??= attempt
    },
    resultOf: (clientToken) =>
      [...found, ...finished].find(({ attempt }) => attempt.clientToken === clientToken),
    found: () => found,
    noteFound: (each) => {
      found = [...found, each]
    },
    confirm: (attempt) => {
      confirmed = [...confirmed, attempt]
    },
    confirmed: () => confirmed,
    isConfirmed,
    noteStep: (step) => {
      const { attempt } = step
      if (step.status === 'done') finished = [...finished, { attempt: step.attempt, result: step.result }]
      if (step.status === 'not-done' && step.failure.code === 'upload-refused')
        spent.add(step.attempt.clientToken)
      // The bytes of the latest attempt may have been completed.
      if (attempt && attempt.clientToken === latest?.clientToken) latest = attempt
    },
  }
}
