import type { Attempt } from '../../../core/attempts/attempt.ts'
import type { AnyRequest } from '../../../core/message/any-draft.ts'
import { branched } from '../../desk/draft-family.ts'
import type { ElsewhereSent, KeptDraft } from '../../desk/kept-draft.ts'
import { storageLimitMs } from '../../in-time.ts'
import {
  attemptElsewhere,
  createdElsewhereAt,
  isSentElsewhere,
  sentElsewhere,
} from '../../records/sent-elsewhere.ts'
import type { DeskLinks } from './desk-links.ts'
import type { StoreReading } from './store-reading.ts'
import { lookAtRecords, type WindowStore } from './window-store.ts'

/** How long a press waits for the store if a second send is unlikely. */
const safeLookMs = 500

/** `not known`: another window may have the draft, and the store does not answer. */
export type SentElsewhere = ElsewhereSent | 'not known' | undefined

/** The attempts of other windows, read from the store. */
export interface Elsewhere {
  /**
   * Whether another window has sent the same attempt, unless it was refused there. Also true if the store does not answer and
   * other windows may have the draft.
   */
  readonly isSentElsewhere: (clientToken: string) => Promise<boolean>
  /**
   * The attempt of another window with another token from this draft, or from another draft with the same request, if its
   * outcome is not known. Afterwards the desk has the tasks that other windows have created from the draft.
   */
  readonly sentElsewhere: (draftId: string, attempt: Attempt<AnyRequest>) => Promise<SentElsewhere>
  /** The attempt of this token, as another window has sent it. */
  readonly attemptElsewhere: (clientToken: string) => Promise<Attempt<AnyRequest> | undefined>
}

interface ElsewhereOptions {
  readonly desk: Pick<DeskLinks, 'box' | 'isInStore'>
  readonly reading: Pick<StoreReading, 'isFresh' | 'follow'>
  /** The drafts that this window has written last. */
  readonly last: () => readonly KeptDraft[]
}

export function createElsewhere(place: WindowStore, { desk, reading, last }: ElsewhereOptions): Elsewhere {
  const { window, keeps, now } = place
  const mayBeElsewhere = (token: string) =>
    last().some(({ id, earlier }) => earlier?.latest.clientToken === token && desk.isInStore(id))

  return {
    isSentElsewhere: async (clientToken) => {
      const isShared = mayBeElsewhere(clientToken)
      const found = await lookAtRecords(place, (records) => isSentElsewhere(records, clientToken, window))
      return found === undefined ? isShared : found.answer
    },
    sentElsewhere: async (draftId, attempt) => {
      const isShared = desk.isInStore(draftId)
      const isWhole = keeps === 'everything'
      const { storedId = draftId, seen = [] } = desk.box.links.get(draftId) ?? {}
      const own = last().find(({ id }) => id === draftId)
      // The draft has left the desk.
      if (!own) return undefined
      const draft = branched(own, storedId)
      // Windows that share the whole text send it under one token.
      const isSafe = !isShared || (isWhole && reading.isFresh())
      const found = await lookAtRecords(
        place,
        (records) => ({
          sent: sentElsewhere(records, { draft, attempt, window, now: now(), isWhole }),
          createdAt: createdElsewhereAt(records, draft, seen),
        }),
        isSafe ? safeLookMs : storageLimitMs,
      )
      if (!found) return isSafe ? undefined : 'not known'
      const { sent, createdAt } = found.answer
      // The card of the task takes the place of the form, unless this window has another text.
      if (createdAt !== undefined || (isWhole && !reading.isFresh())) await reading.follow()
      return sent ?? (createdAt === undefined || isWhole ? undefined : { firstSentAt: createdAt })
    },
    attemptElsewhere: async (clientToken) =>
      (await lookAtRecords(place, (records) => attemptElsewhere(records, clientToken, window)))?.answer,
  }
}
