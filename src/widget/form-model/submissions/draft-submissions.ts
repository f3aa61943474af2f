import { browserNetwork } from '../../../client/network/browser-network.ts'
import { sendDraft } from '../../../client/commands/send-draft.ts'
import type {
  AnyResult,
  DraftSubmissions,
  DraftSubmissionState,
} from '../../../client/submissions/draft-submission.ts'
import type { Sealing } from '../../../client/attempts/sealing.ts'
import { earlierAttempts } from '../../../client/attempts/earlier-attempts.ts'
import { isUnderWay } from '../../../client/attempts/submission-state.ts'
import { createSubmissions, type SubmissionsOptions } from '../../../client/submissions/submissions.ts'
import { TaskClientError } from '../../../client/task-client-error.ts'
import type { TaskClient } from '../../../client/task-client.ts'
import {
  assumedTokenMemoryMs,
  draftToken,
  messageTokenMemoryMs,
  type Attempt,
} from '../../../core/attempts/attempt.ts'
import { destinationKey } from '../../../core/fields/destination-key.ts'
import { isMessageRequest, type AnyRequest } from '../../../core/message/any-draft.ts'
import type { TaskRequest } from '../../../core/task/task-parts.ts'
import { attemptNotes } from '../../../drafts/attempt-notes.ts'
import type { DraftsAtHand } from '../../../drafts/drafts-at-hand.ts'
import { storageLimitMs } from '../../../drafts/in-time.ts'
import type { SentElsewhere } from '../../../drafts/sync/window/elsewhere.ts'
import { isWantedRepeat, sendingElsewhere, unwantedRepeat } from '../../../drafts/repeated-draft.ts'
import { requestFingerprint } from '../../../drafts/same-request.ts'
import { entryOf } from '../../../drafts/ledger/ledger-entry.ts'
import { entryKeyOf } from '../../fields/destination/destination-entry.ts'
import { draftSealing } from './draft-sealing.ts'

/** If the browser has not stored the task after 500 ms, send it all the same: the storage may hang. */
const storeWaitMs = 500

/** The limit for reading what other windows have sent. Each of the two calls of the storage ends or fails sooner. */
const lookWaitMs = 2 * storageLimitMs + 500

const sleep = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds)
  })

type Options = SubmissionsOptions<AnyRequest, AnyResult>

/** Clocks and timers are the browser's by default. Tests pass their own. */
export interface SendingSetting
  extends
    Pick<Options, 'now' | 'judge'>,
    Partial<Pick<Options, 'wait' | 'uptime' | 'random' | 'network' | 'line'>> {
  /** How the request of a task gets its files. */
  readonly sealing?: (draftId: string) => Sealing<TaskRequest>
}

/** The submissions of the agent's drafts. */
export const draftSubmissions = (
  client: Pick<TaskClient, 'send' | 'isReached' | 'me'>,
  drafts: Pick<DraftsAtHand, 'change' | 'flush' | 'getSnapshot' | 'withSaved' | 'ledger' | 'keeps'>,
  { wait = sleep, network = browserNetwork(client), sealing, ...setting }: SendingSetting,
): DraftSubmissions => {
  /** Finds the same task if another window or draft has sent or created it since the agent pressed the button. */
  async function sentSince(draftId: string, attempt: Attempt<AnyRequest>): Promise<SentElsewhere> {
    const { request } = attempt
    if (isWantedRepeat(drafts.getSnapshot(), draftId, request)) return undefined
    const sent = await sentElsewhere(draftId, attempt, { drafts, wait })
    if (sent) return sent
    const repeat = unwantedRepeat({ draftId, drafts, now: new Date(setting.now()) }, request)
    return repeat && { firstSentAt: repeat.createdAt }
  }
  const submissions: DraftSubmissions = createSubmissions({
    ...setting,
    ...(sealing ? { sealing: (draftId: string) => draftSealing(sealing(draftId)) } : {}),
    // If policy keeps drafts out of the browser, the token is random, not a hash of the content: the browser stores the token
    // for a week, and a person who knows the text could find the telephone number by trying all numbers. No other window has
    // the draft then, so the windows need no common token.
    newToken: (draftId, content) =>
      drafts.keeps() === 'nothing' ? `${draftId}.${crypto.randomUUID()}` : draftToken(draftId, content),
    // Store the attempt before it is sent. Otherwise a page that is reloaded now would later send the same draft as a second
    // task.
    beforeSend: async (draftId, isFirst) => {
      await Promise.race([drafts.flush(), wait(storeWaitMs)])
      const submission = submissions.of(draftId)
      const { attempt } = submission.getSnapshot()
      // Look for a repeat only before the first request of an attempt: repeating that request later is safe, because the token
      // is the same.
      const mayBeRepeat = isFirst && attempt && !isOverElsewhere(drafts, draftId)
      const before = mayBeRepeat ? await sentSince(draftId, attempt) : undefined
      if (isOverElsewhere(drafts, draftId)) submission.withdraw()
      else if (before) {
        submission.withdraw()
        drafts.change((desk) => sendingElsewhere(desk, draftId, before === 'not known' ? {} : before))
      }
    },
    send: (attempt, isInTime) =>
      sendDraft(client, attempt, isInTime).catch(async (error: unknown) => {
        throw await inDoubt(error, attempt, { drafts, wait })
      }),
    wait,
    network,
    tokenMemoryMs: (request) => (isMessageRequest(request) ? messageTokenMemoryMs : assumedTokenMemoryMs),
  })
  return submissions
}

interface LookElsewhere {
  readonly drafts: Pick<DraftsAtHand, 'withSaved'>
  readonly wait: Options['wait']
}

/** Called after the draft was stored: if two windows send at the same time, one of them sees the other. */
async function sentElsewhere(
  draftId: string,
  attempt: Attempt<AnyRequest>,
  { drafts, wait }: LookElsewhere,
): Promise<SentElsewhere> {
  let sent: SentElsewhere
  let isLooking = false
  const look = drafts.withSaved(async (saved) => {
    isLooking = true
    sent = await saved.sentElsewhere(draftId, attempt)
    isLooking = false
  })
  await Promise.race([look, wait(lookWaitMs)])
  return isLooking ? 'not known' : sent
}

/**
 * If the proxy refuses an attempt that another window has sent too, that window may have created the task: the outcome is
 * unknown.
 */
async function inDoubt(
  reason: unknown,
  { clientToken }: Attempt<AnyRequest>,
  { drafts, wait }: LookElsewhere,
): Promise<unknown> {
  if (!(reason instanceof TaskClientError) || reason.failure.outcome === 'unknown') return reason
  let isElsewhere = false
  const look = drafts.withSaved(async (saved) => {
    isElsewhere = true
    isElsewhere = await saved.isSentElsewhere(clientToken)
  })
  await Promise.race([look, wait(lookWaitMs)])
  return isElsewhere
    ? new TaskClientError({ ...reason.failure, outcome: 'unknown' }, { cause: reason })
    : reason
}

/** Another window has created the task meanwhile, or has discarded the draft. */
function isOverElsewhere({ getSnapshot }: Pick<DraftsAtHand, 'getSnapshot'>, draftId: string): boolean {
  const draft = getSnapshot().drafts.find(({ id }) => id === draftId)
  return !draft || (draft.phase === 'created' && draft.isElsewhere === true)
}

/**
 * Stores each step of a submission with its draft, and passes on what other windows have sent. Returns a function that stops
 * it.
 */
export const noteSteps = (
  submissions: DraftSubmissions,
  drafts: Pick<DraftsAtHand, 'change' | 'flush' | 'ledger' | 'choices' | 'subscribe' | 'getSnapshot'>,
  now: () => Date,
): (() => void) => {
  const noted = new Set<string>()
  const editions = new Map<string, number>()
  const notes = attemptNotes(drafts)
  /** True at the first call for a result: the same step may be reported again with other questions about the draft. */
  const isNew = (name: string) => noted.size !== noted.add(name).size
  const noteUsed = (draftId: string, request: AnyRequest) => {
    const destination = isMessageRequest(request) ? undefined : request.destination
    // If the draft is gone, its agent has signed out.
    if (destination && drafts.getSnapshot().drafts.some(({ id }) => id === draftId))
      drafts.choices.noteUsed(entryKeyOf(destinationKey(destination)))
  }
  const stopFollowing = drafts.subscribe(() => {
    const all = drafts.getSnapshot().drafts
    submissions.keepOnly(new Set(all.map(({ id }) => id)))
    for (const { id, earlier, edition, createdElsewhere, underWayElsewhere = [] } of all) {
      if (createdElsewhere) submissions.learnCreated(id, createdElsewhere)
      if (earlier) submissions.learn(id, earlier.uncertain)
      submissions.learnUnderWay(
        id,
        underWayElsewhere.map(({ clientToken }) => clientToken),
      )
      // The draft got the text of another window. A failure of the previous text says nothing about it.
      if (edition !== undefined && edition !== editions.get(id)) {
        editions.set(id, edition)
        const submission = submissions.of(id, earlier)
        const { status } = submission.getSnapshot()
        if (status === 'not-done' || status === 'unknown') submission.dismiss()
      }
    }
  })
  const stopNoting = submissions.subscribe((draftId, step: DraftSubmissionState, isAbandoned) => {
    if (isAbandoned) {
      if (step.status !== 'done' || !isNew(step.result.contactId)) return
      const { clientToken, request } = step.attempt
      submissions.learnCreated(draftId, [clientToken])
      notes.noteLate(draftId, entryOf(request, step.result, now()), clientToken)
      return
    }
    const earlier = earlierAttempts(step)
    for (const { attempt, result } of step.found) {
      if (isNew(result.contactId)) {
        const entry = entryOf(attempt.request, result, now())
        notes.noteFound(draftId, entry, attempt.clientToken)
      }
    }
    for (const { clientToken, request } of step.confirmed) {
      // The latest one is noted below.
      const isShown = step.status === 'confirmed' && step.attempt.clientToken === clientToken
      if (!isShown && isNew(`confirmed ${clientToken}`)) {
        const task = { createdAt: now().getTime(), fingerprint: requestFingerprint(request) }
        notes.noteFound(draftId, task, clientToken)
      }
    }
    if (step.status === 'done' && isNew(step.result.contactId)) {
      noteUsed(draftId, step.attempt.request)
      notes.noteCreated(draftId, entryOf(step.attempt.request, step.result, now()), earlier, step.tokens)
    }
    // The agent has confirmed that the task exists. Its contact ID is not known.
    else if (step.status === 'confirmed' && isNew(step.attempt.clientToken))
      notes.noteCreated(draftId, { createdAt: now().getTime() }, earlier, step.tokens)
    else notes.noteSubmitted(draftId, earlier, isUnderWay(step), step.tokens)
  })
  return () => {
    stopFollowing()
    stopNoting()
  }
}
