import { draftToken, type EarlierAttempts, type UncertainAttempt } from '../../core/attempts/attempt.ts'
import { createListeners } from '../../core/listeners/listeners.ts'
import { createLine } from '../attempts/line.ts'
import type { Sealing } from '../attempts/sealing.ts'
import { isUnderWay, type SubmissionState } from '../attempts/submission-state.ts'
import type { ClientFailure } from '../task-client-error.ts'
import { createSubmission, type Submission, type SubmissionOptions } from './submission.ts'

/** One submission for each draft. It continues while the agent works on another draft. */
export interface Submissions<Request, Result> {
  /** `earlier` counts only where this page has sent nothing of the draft yet. */
  readonly of: (draftId: string, earlier?: EarlierAttempts<Request>) => Submission<Request, Result>
  /** Calls back at each new state of any submission. Returns a function that stops it. */
  readonly subscribe: (onStep: (...step: Step<Request, Result>) => void) => () => void
  /** Attempts of other windows that may have succeeded. */
  readonly learn: (draftId: string, attempts: readonly UncertainAttempt<Request>[]) => void
  /** Attempts that have created their tasks, as another window knows. */
  readonly learnCreated: (draftId: string, clientTokens: readonly string[]) => void
  /** Attempts that another window is sending now. */
  readonly learnUnderWay: (draftId: string, clientTokens: readonly string[]) => void
  /** Forgets the attempts of all other drafts, except those that are still being sent. */
  readonly keepOnly: (draftIds: ReadonlySet<string>) => void
  /** Call this when the agent signs out. */
  readonly abandon: () => void
}

export interface SubmissionsOptions<Request, Result> extends Pick<
  SubmissionOptions<Request, Result>,
  'send' | 'wait' | 'now' | 'uptime' | 'random' | 'network' | 'line' | 'tokenMemoryMs'
> {
  readonly beforeSend?: (draftId: string, isFirst: boolean) => Promise<void>
  /** The token of a content that this page has not sent before. {@link draftToken} by default. */
  readonly newToken?: (draftId: string, content: string) => string
  /** Completes the request of a draft just before it is sent. Without it, requests are complete from the start. */
  readonly sealing?: (draftId: string) => Sealing<Request>
  /** Checks the request of a draft again after it had to wait. Returns the failure if it must not be sent now. */
  readonly judge?: (request: Request, draftId: string) => Promise<ClientFailure | undefined>
}

/** `isAbandoned` means that its agent has signed out since, and may have signed in again. */
type Step<Request, Result> = readonly [
  draftId: string,
  state: SubmissionState<Request, Result>,
  isAbandoned: boolean,
]

export function createSubmissions<Request, Result>(
  options: SubmissionsOptions<Request, Result>,
): Submissions<Request, Result> {
  const { judge = async () => undefined, beforeSend = async () => {}, newToken = draftToken } = options
  const { sealing, ...rest } = options
  // At most one attempt of the account is on its way.
  const { line = createLine() } = options
  const byDraft = new Map<string, Submission<Request, Result>>()
  /** A draft may be sent here for the first time after another window has created its task. */
  const createdElsewhere = new Map<string, readonly string[]>()
  const abandoned = new WeakSet<object>()
  const steps = createListeners<Step<Request, Result>>()
  return {
    of: (draftId, earlier) => {
      const known = byDraft.get(draftId)
      if (known) return known
      const submission = createSubmission({
        ...rest,
        line,
        beforeSend: (isFirst) => beforeSend(draftId, isFirst),
        judge: (request) => judge(request, draftId),
        newToken: (content) => newToken(draftId, content),
        earlier,
        ...(sealing ? { sealing: sealing(draftId) } : {}),
      })
      submission.subscribe(() => steps.tell(draftId, submission.getSnapshot(), abandoned.has(submission)))
      byDraft.set(draftId, submission)
      submission.learnCreated(createdElsewhere.get(draftId) ?? [])
      return submission
    },
    subscribe: steps.add,
    learn: (draftId, attempts) => byDraft.get(draftId)?.learn(attempts),
    learnCreated: (draftId, clientTokens) => {
      createdElsewhere.set(draftId, clientTokens)
      byDraft.get(draftId)?.learnCreated(clientTokens)
    },
    learnUnderWay: (draftId, clientTokens) => byDraft.get(draftId)?.learnUnderWay(clientTokens),
    keepOnly: (draftIds) => {
      for (const [draftId, submission] of byDraft) {
        if (!draftIds.has(draftId) && !isUnderWay(submission.getSnapshot())) byDraft.delete(draftId)
      }
      for (const draftId of createdElsewhere.keys()) {
        if (!draftIds.has(draftId)) createdElsewhere.delete(draftId)
      }
    },
    abandon: () => {
      for (const submission of byDraft.values()) {
        abandoned.add(submission)
        submission.abandon()
      }
      byDraft.clear()
      createdElsewhere.clear()
    },
  }
}
