import type { EarlierAttempts, TokensHere } from '../core/attempts/attempt.ts'
import type { AnyRequest } from '../core/message/any-draft.ts'
import { sameAnyDraft } from '../core/message/same-draft.ts'
import { asked, created, found, foundLater, withoutQuestion } from './desk/attempt-moves.ts'
import type { CreatedContact } from './desk/kept-draft.ts'
import type { DraftsAtHand } from './drafts-at-hand.ts'
import type { LedgerEntry } from './ledger/ledger-entry.ts'

type Earlier = EarlierAttempts<AnyRequest>

/** Notes with a draft what became of its attempts. */
export interface AttemptNotes {
  /** The draft was sent, an answer came that it was not done, or the agent has answered a question about it. */
  readonly noteSubmitted: (
    id: string,
    earlier: Earlier | undefined,
    isUnderWay?: boolean,
    tokens?: TokensHere,
  ) => void
  /** The task of this draft exists. `left` has the other attempts of the draft that may have created one too. */
  readonly noteCreated: (id: string, task: CreatedContact, left?: Earlier, tokens?: TokensHere) => void
  /** An earlier text of this draft turned out to have become a task, while the draft has another one. */
  readonly noteFound: (id: string, task: CreatedContact, clientToken: string) => void
  /** The task of this draft exists, as is known only after its agent has signed out and in again. */
  readonly noteLate: (id: string, entry: LedgerEntry, clientToken: string) => void
}

/** Not part of the desk, because it is needed only when something is sent: the panel loads less before its first paint. */
export function attemptNotes({
  change,
  flush,
  getSnapshot,
  ledger,
}: Pick<DraftsAtHand, 'change' | 'flush' | 'getSnapshot' | 'ledger'>): AttemptNotes {
  // A draft that is not there belongs to an agent who has signed out since. Their result is not the next agent's.
  const isThere = (id: string) => getSnapshot().drafts.some((draft) => draft.id === id)
  return {
    noteSubmitted: (id, earlier, isUnderWay, tokens) =>
      change((desk) => asked(desk, id, { earlier, isUnderWay, tokens })),
    noteCreated: (id, task, earlier, tokens) => {
      if (!isThere(id)) return
      if (task.contactId !== undefined) ledger.note(task)
      change((desk) => created(desk, id, task, { earlier, tokens }))
      // At once: after a reload, a draft whose task exists must not come back to be sent again.
      void flush()
    },
    noteFound: (id, task, clientToken) => {
      if (!isThere(id)) return
      if (task.contactId !== undefined) ledger.note(task)
      change((desk) => found(desk, id, { task, clientToken }))
    },
    noteLate: (id, entry, clientToken) => {
      const draft = getSnapshot().drafts.find((each) => each.id === id)
      if (!draft) return
      ledger.note(entry)
      const { sentContent, content } = draft
      const isSame = sentContent !== undefined && sameAnyDraft(sentContent, content)
      const tokens = { settled: [clientToken], sent: [] }
      change((desk) =>
        withoutQuestion(
          isSame
            ? created(desk, id, entry, { earlier: undefined, tokens })
            : foundLater(desk, id, { task: entry, clientToken }),
          clientToken,
        ),
      )
      void flush()
    },
  }
}
