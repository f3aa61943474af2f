import type { AccountRecords, SentBy } from '../../records/account-records.ts'
import { withOwnValues } from '../../records/kept-part.ts'
import { followed } from '../follow-store.ts'
import type { DeskLinks } from './desk-links.ts'
import type { OtherWindows } from './other-windows.ts'
import type { StoreWriting } from './store-writing.ts'
import type { WindowStore } from './window-store.ts'

/** After this time an attempt of another window has its answer, or the answer was lost with its window. */
export const answerWithinMs = 30_000

/** Brings the records of each read to the desk. */
export interface ShownRecords {
  /** Returns what the next read must wait for, if one is needed: a write of this window, or an answer to another window. */
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
      // If a draft was skipped, the next read applies the deletion to it.
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
