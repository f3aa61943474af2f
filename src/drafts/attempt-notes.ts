import type { EarlierAttempts, TokensHere } from '../core/attempts/attempt.ts'
import type { AnyRequest } from '../core/message/any-draft.ts'
import { sameAnyDraft } from '../core/message/same-draft.ts'
import { asked, created, found, foundLater, withoutQuestion } from './desk/attempt-moves.ts'
import type { CreatedContact } from './desk/kept-draft.ts'
import type { DraftsAtHand } from './drafts-at-hand.ts'
import type { LedgerEntry } from './ledger/ledger-entry.ts'

type Earlier = EarlierAttempts<AnyRequest>

/** Notes the outcomes of a draft's attempts in the draft. */
export interface AttemptNotes {
  /** The draft was sent, Connect refused it, or the agent has answered a question about it. */
  readonly noteSubmitted: (
    id: string,
    earlier: Earlier | undefined,
    isUnderWay?: boolean,
    tokens?: TokensHere,
  ) => void
  /** The task of this draft exists. `left` holds the other attempts of the draft that may have created another task. */
  readonly noteCreated: (id: string, task: CreatedContact, left?: Earlier, tokens?: TokensHere) => void
  /** It became known that an earlier text of this draft has created a task. The draft has another text now. */
  readonly noteFound: (id: string, task: CreatedContact, clientToken: string) => void
  /** The task of this draft exists. The answer came after the agent had signed out and in again. */
  readonly noteLate: (id: string, entry: LedgerEntry, clientToken: string) => void
}

/** Not part of the desk, so that the first load is smaller: it is needed only when the agent sends something. */
export function attemptNotes({
  change,
  flush,
  getSnapshot,
  ledger,
}: Pick<DraftsAtHand, 'change' | 'flush' | 'getSnapshot' | 'ledger'>): AttemptNotes {
  // If the draft is not on the desk, its agent has signed out. The next agent must not get the result.
  const isThere = (id: string) => getSnapshot().drafts.some((draft) => draft.id === id)
  return {
    noteSubmitted: (id, earlier, isUnderWay, tokens) =>
      change((desk) => asked(desk, id, { earlier, isUnderWay, tokens })),
    noteCreated: (id, task, earlier, tokens) => {
      if (!isThere(id)) return
      if (task.contactId !== undefined) ledger.note(task)
      change((desk) => created(desk, id, task, { earlier, tokens }))
      // Stored at once, so that a draft whose task exists does not come back after a reload.
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
