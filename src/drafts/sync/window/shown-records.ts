import type { AccountRecords, SentBy } from '../../records/account-records.ts'
import { withOwnValues } from '../../records/kept-part.ts'
import { followed } from '../follow-store.ts'
import type { DeskLinks } from './desk-links.ts'
import type { OtherWindows } from './other-windows.ts'
import type { StoreWriting } from './store-writing.ts'
import type { WindowStore } from './window-store.ts'

/** An attempt of another window has its answer after this time, or lost it with its window. */
export const answerWithinMs = 30_000

/** Lays what was read over the desk, read after read. */
export interface ShownRecords {
  /** Says what the next read waits for, if one is needed: a write of this window, or an answer to another one. */
  readonly show: (stored: AccountRecords) => 'write' | 'answer' | undefined
  /** This window has deleted all drafts at this time. */
  readonly noteDeletion: (deletedAt: number) => void
}

interface ShownRecordsParts {
  readonly writing: Pick<StoreWriting, 'isBusy'>
  readonly others: Pick<OtherWindows, 'isGone' | 'waitFor'>
}

export function createShownRecords(
  { keeps, now, window }: WindowStore,
  desk: DeskLinks,
  { writing, others }: ShownRecordsParts,
): ShownRecords {
  let isFirst = true
  /** The last deletion of all drafts that this window knows. */
  let deletedAt = 0
  const isAwaited = ({ firstSentAt, window: sender }: SentBy) =>
    now() - firstSentAt < answerWithinMs && (sender === undefined || !others.isGone(sender))
  return {
    show: (stored) => {
      others.waitFor(stored.sent.flatMap(({ window: sender }) => sender ?? []))
      let hasSkipped = false
      const isBusy = (id: string) => {
        const isBeingWritten = writing.isBusy(id)
        hasSkipped ||= isBeingWritten
        return isBeingWritten
      }
      desk.change((before) =>
        followed(before, stored, {
          isFirst,
          isDeletion: !isFirst && stored.deletedAt > deletedAt,
          isBusy,
          isAwaited,
          window,
          withValues: (theirs, own) =>
            keeps === 'no-attribute-values' ? withOwnValues(theirs, own) : theirs,
          newId: () => crypto.randomUUID(),
        }),
      )
      // A draft that was skipped is looked at again.
      if (isFirst || !hasSkipped) ({ deletedAt } = stored)
      isFirst = false
      if (hasSkipped) return 'write'
      return stored.sent.length > 0 ? 'answer' : undefined
    },
    noteDeletion: (at) => {
      deletedAt = at
    },
  }
}
