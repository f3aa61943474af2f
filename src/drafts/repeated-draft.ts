import { withoutFilesHash, type RepeatableTask } from '../core/attempts/repeated-task.ts'
import type { AnyRequest } from '../core/message/any-draft.ts'
import { withDraft } from './desk/desk-changes.ts'
import type { Desk } from './desk/desk.ts'
import { isOfFamily } from './desk/draft-family.ts'
import type { CreatedContact, ElsewhereSent, KeptDraft } from './desk/kept-draft.ts'
import type { DraftsAtHand } from './drafts-at-hand.ts'
import {
  hasSameWordsInDoubt,
  isSameInDoubt,
  isSameOnceMore,
  requestFingerprint,
  wordsOf,
} from './same-request.ts'

/** The same task exists, may exist, or waits to be sent. */
export interface RepeatedTask {
  /** In milliseconds since the epoch. For an attempt in doubt, the time when it was sent. */
  readonly createdAt: number
  readonly fingerprint: string
  /** It was created from the draft itself, earlier or in another window. The draft may have another text by now. */
  readonly isOfDraft?: true
  /** Another draft has sent it, and the outcome is not known. */
  readonly isInDoubt?: true
  /** The draft itself was sent before a reload or from another window, and the browser does not store the sent values. */
  readonly isSentBefore?: true
  /** The browser's storage did not answer, so another window may have sent the draft. */
  readonly isNotSeen?: true
  /** Another draft has the same task and waits to be sent. */
  readonly isWaiting?: true
}

export interface RepeatingDraft {
  readonly draftId: string
  readonly drafts: Pick<DraftsAtHand, 'getSnapshot' | 'ledger' | 'keeps'>
  readonly now: Date
}

/** The task that this request of a draft would create once more. */
export function repeatedBy(
  { draftId, drafts, now }: RepeatingDraft,
  request: AnyRequest,
): RepeatedTask | undefined {
  const fingerprint = requestFingerprint(request)
  const same = drafts.ledger.getSnapshot().find((entry) => isSameOnceMore(request, entry, now))
  if (same) return { createdAt: same.createdAt, fingerprint }
  const own = createdBefore({ draftId, drafts, now }, request)
  if (own) return { createdAt: own.createdAt, fingerprint, isOfDraft: true }
  const { textless, drafts: all } = drafts.getSnapshot()
  const draft = all.find(({ id }) => id === draftId)
  // Its values were not stored, so the request gets another token now.
  const before = draft && textless.findLast((attempt) => isOfFamily(attempt, draft))
  if (before) return { createdAt: before.firstSentAt, fingerprint, isSentBefore: true }
  const withOtherFiles = draft?.earlier?.uncertain.find(
    (sent) =>
      requestFingerprint(sent.attempt.request) !== fingerprint && hasSameWordsInDoubt(request, sent, now),
  )
  if (withOtherFiles) return { createdAt: withOtherFiles.firstSentAt, fingerprint, isSentBefore: true }
  const others = all.filter(({ id }) => id !== draftId)
  const inDoubt = others
    .flatMap(({ earlier }) => earlier?.uncertain ?? [])
    .find((attempt) => isSameInDoubt(request, attempt, now))
  if (inDoubt) return { createdAt: inDoubt.firstSentAt, fingerprint, isInDoubt: true }
  const createdAt = now.getTime()
  const isWaiting = others.some(
    ({ isUnderWay, earlier }) =>
      isUnderWay &&
      earlier &&
      isSameInDoubt(request, { attempt: earlier.latest, firstSentAt: createdAt }, now),
  )
  return isWaiting ? { createdAt, fingerprint, isWaiting } : undefined
}

/**
 * The task that another text of this draft has created. The agent may edit back to that text, so the panel asks however old the
 * task is.
 */
function createdBefore({ draftId, drafts }: RepeatingDraft, request: AnyRequest): RepeatableTask | undefined {
  const draft = drafts.getSnapshot().drafts.find(({ id }) => id === draftId)
  // A draft that was restored without its values may mean the same task although its text differs.
  const isWhole = drafts.keeps() === 'everything'
  const before = draft?.createdBefore
  if (before && mayBeSame(before, { drafts, isWhole }, request)) return before
  const found = draft?.found?.map(({ task }) => task)
  return found?.find((task) => mayBeSame(task, { drafts, isWhole: true }, request))
}

/**
 * Whether the task may have the same content. It may if the browser does not store its hash. Files are not compared: a window
 * does not show files that another window is still uploading, so it may have created the same task without them.
 */
function mayBeSame(
  task: CreatedContact,
  { drafts, isWhole }: Pick<RepeatingDraft, 'drafts'> & { readonly isWhole: boolean },
  request: AnyRequest,
): boolean {
  const entry = drafts.ledger.getSnapshot().find(({ contactId }) => contactId === task.contactId)
  if (entry?.endedAt !== undefined) return false
  const { fingerprint } = { ...task, ...entry }
  if (fingerprint === undefined || !isWhole) return true
  return withoutFilesHash(fingerprint) === requestFingerprint(wordsOf(request))
}

/** The agent has said that they want this task once more. Another text of the draft is another task. */
export const wantingRepeat = (desk: Desk, draftId: string, fingerprint: string): Desk =>
  withDraft(desk, draftId, (draft) => ({ ...draft, wantedRepeat: fingerprint }))

/** Another window has sent the draft, or may have sent it. The outcome is not known, so nothing is sent here. */
export const sendingElsewhere = (desk: Desk, draftId: string, sent: Partial<ElsewhereSent>): Desk =>
  withDraft(desk, draftId, (draft) => ({ ...draft, sentElsewhere: { ...sent } }))

/** The task that another window has created from the draft, or may have created. It was found after the press on `before`. */
export function repeatedElsewhere(
  before: KeptDraft,
  { drafts, now }: Omit<RepeatingDraft, 'draftId'>,
  request: AnyRequest,
): RepeatedTask | undefined {
  const { sentElsewhere } = drafts.getSnapshot().drafts.find(({ id }) => id === before.id) ?? {}
  if (!sentElsewhere || sentElsewhere === before.sentElsewhere) return undefined
  const known = unwantedRepeat({ draftId: before.id, drafts, now }, request)
  if (known) return known
  const fingerprint = requestFingerprint(request)
  const { firstSentAt, isOtherDraft } = sentElsewhere
  if (firstSentAt === undefined) return { createdAt: now.getTime(), fingerprint, isNotSeen: true }
  return {
    createdAt: firstSentAt,
    fingerprint,
    ...(isOtherDraft ? { isInDoubt: true } : { isSentBefore: true }),
  }
}

/** The agent has seen that the same task may exist, and wants it once more. */
export const isWantedRepeat = (desk: Desk, draftId: string, request: AnyRequest): boolean =>
  desk.drafts.find(({ id }) => id === draftId)?.wantedRepeat === requestFingerprint(request)

/**
 * The task that a pressed request would create a second time: two drafts with one content may have waited together, in this
 * window or in two.
 */
export function unwantedRepeat(draft: RepeatingDraft, request: AnyRequest): RepeatedTask | undefined {
  const repeat = repeatedBy(draft, request)
  if (!repeat || repeat.isWaiting) return undefined
  return isWantedRepeat(draft.drafts.getSnapshot(), draft.draftId, request) ? undefined : repeat
}
