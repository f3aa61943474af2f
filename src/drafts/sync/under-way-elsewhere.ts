import type { AccountRecords, SentBy } from '../records/account-records.ts'
import type { Desk } from '../desk/desk.ts'
import type { KeptDraft, UnderWayElsewhere } from '../desk/kept-draft.ts'

export interface AwaitedOptions {
  /** This is the first read, because the page was just opened. */
  readonly isFirst: boolean
  /** Whether the window that sent it may still get an answer. */
  readonly isAwaited: (sent: SentBy) => boolean
  /** This window. */
  readonly window: string
}

/**
 * Whether this window may ask the agent about the attempt: its own window asks already or is closed. A page that was just
 * opened asks about all.
 */
export const mayBeAskedAbout = (
  clientToken: string,
  { sent }: Pick<AccountRecords, 'sent'>,
  { isFirst, isAwaited }: AwaitedOptions,
): boolean => isFirst || sent.some((each) => each.clientToken === clientToken && !isAwaited(each))

/** The desk, whose drafts know what other windows are sending of them now. */
export function withUnderWay(
  desk: Desk,
  { sent }: Pick<AccountRecords, 'sent'>,
  { isAwaited, window }: AwaitedOptions,
): Desk {
  const awaited = sent.filter((each) => each.window !== window && isAwaited(each))
  const drafts = desk.drafts.map((draft) => knowing(draft, awaited))
  return drafts.every((draft, index) => draft === desk.drafts[index]) ? desk : { ...desk, drafts }
}

function knowing(draft: KeptDraft, awaited: readonly SentBy[]): KeptDraft {
  const { underWayElsewhere: before = [], ...rest } = draft
  const now = awaited
    .filter(({ draftId }) => draftId === draft.id)
    .map(({ clientToken, firstSentAt }) => ({ clientToken, firstSentAt }))
  if (isSame(before, now)) return draft
  return now.length === 0 ? rest : { ...rest, underWayElsewhere: now }
}

const isSame = (one: readonly UnderWayElsewhere[], other: readonly UnderWayElsewhere[]): boolean =>
  one.length === other.length &&
  one.every(
    ({ clientToken, firstSentAt }, index) =>
      other[index]?.clientToken === clientToken && other[index].firstSentAt === firstSentAt,
  )
