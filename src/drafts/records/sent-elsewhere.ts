import { assumedTokenMemoryMs, type Attempt } from '../../core/attempts/attempt.ts'
import type { AnyRequest } from '../../core/message/any-draft.ts'
import type { DraftRecords } from '../draft-store.ts'
import { isOfFamily } from '../desk/draft-family.ts'
import type { ElsewhereSent, KeptDraft } from '../desk/kept-draft.ts'
import { hasSameWordsInDoubt, isSameInDoubt } from '../same-request.ts'
import { readCreatedRecord, taskName } from './created-record.ts'
import { readSentRecord, sentAttempt } from './sent-record.ts'

/**
 * The proxy and Connect remember a token for longer than this. So two windows that send the same task with one token create it
 * once.
 */
export const sameTokenMs = assumedTokenMemoryMs - 60_000

const sentIn = (records: DraftRecords) =>
  [...records.values()].flatMap((value) => readSentRecord(value) ?? [])

/** Another window sends this attempt, has lost its answer, or has created its task. */
export const isSentElsewhere = (records: DraftRecords, clientToken: string, window: string): boolean =>
  sentIn(records).some((sent) => sent.clientToken === clientToken && sent.window !== window) ||
  [...records.values()].some((value) => readCreatedRecord(value)?.clientTokens.includes(clientToken))

interface SentHere {
  /** The draft, with the id of its text in the store. */
  readonly draft: KeptDraft
  readonly attempt: Attempt<AnyRequest>
  readonly window: string
  readonly now: number
  /** Policy allows the browser to store whole texts. Then another text of the draft means another task. */
  readonly isWhole: boolean
}

/** The last attempt of another window with another token; undefined if there is none or its outcome is known. */
export function sentElsewhere(records: DraftRecords, here: SentHere): ElsewhereSent | undefined {
  const { draft, attempt, window, now, isWhole } = here
  const all = sentIn(records)
    .filter((sent) => sent.window !== window)
    .toSorted((one, other) => one.firstSentAt - other.firstSentAt)
  const others = all.filter((sent) => sent.clientToken !== attempt.clientToken)
  // Connect may have forgotten the token and would create the task again.
  const old = all.find((sent) => !others.includes(sent) && now - sent.firstSentAt >= sameTokenMs)
  if (old) return { firstSentAt: old.firstSentAt }
  const own = others.findLast((sent) => !isWhole && isOfFamily(sent, draft))
  if (own) return { firstSentAt: own.firstSentAt }
  const { request } = attempt
  const at = new Date(now)
  const known = others.flatMap((record) => {
    const { sent } = sentAttempt(record) ?? {}
    return sent ? [{ sent, isOwn: isOfFamily(record, draft) }] : []
  })
  // One text may be in two drafts: if a draft has two versions, other windows show each as a separate draft.
  const same = known.findLast(({ sent }) => isSameInDoubt(request, sent, at))
  if (same) return { firstSentAt: same.sent.firstSentAt, isOtherDraft: true }
  const withOtherFiles = known.findLast(({ sent, isOwn }) => isOwn && hasSameWordsInDoubt(request, sent, at))
  return withOtherFiles && { firstSentAt: withOtherFiles.sent.firstSentAt }
}

/** When another window last created a task from the draft. Tasks that this window has `seen` do not count. */
export function createdElsewhereAt(
  records: DraftRecords,
  draft: KeptDraft,
  seen: readonly string[],
): number | undefined {
  const times = [...records.values()]
    .flatMap((value) => readCreatedRecord(value) ?? [])
    .filter(
      (created) =>
        isOfFamily(created, draft) && !seen.includes(taskName(created.task, created.clientTokens[0])),
    )
    .map(({ task }) => task.createdAt)
  return times.length === 0 ? undefined : Math.max(...times)
}

/** The attempt that another window has sent with this token, if its answer may be lost. */
export const attemptElsewhere = (
  records: DraftRecords,
  clientToken: string,
  window: string,
): Attempt<AnyRequest> | undefined =>
  sentIn(records)
    .filter((sent) => sent.clientToken === clientToken && sent.window !== window)
    .map((sent) => sentAttempt(sent)?.sent.attempt)
    .find((attempt) => attempt !== undefined)
