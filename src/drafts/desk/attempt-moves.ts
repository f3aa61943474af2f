import type { EarlierAttempts, TokensHere } from '../../core/attempts/attempt.ts'
import type { AnyRequest } from '../../core/message/any-draft.ts'
import { withDraft } from './desk-changes.ts'
import type { Desk } from './desk.ts'
import type { CreatedContact, FoundContact } from './kept-draft.ts'

/** The attempts of a draft after a step. */
export interface AttemptsNow {
  /** Undefined if there is nothing to send and no open question. */
  readonly earlier: EarlierAttempts<AnyRequest> | undefined
  /** The latest one is on its way, or waits to be sent. */
  readonly isUnderWay?: boolean | undefined
  readonly tokens?: TokensHere | undefined
}

/** The draft was sent, Connect refused it, or the agent has answered a question about it. */
export const asked = (desk: Desk, id: string, { earlier, isUnderWay = false, tokens }: AttemptsNow): Desk =>
  withDraft(desk, id, (draft) => {
    const known = tokens ? { tokens } : {}
    if (draft.phase === 'created') return { ...draft, earlier, ...known }
    if (!earlier) return draft
    const isNew = earlier.latest.clientToken !== draft.earlier?.latest.clientToken
    return {
      ...draft,
      phase: 'asked',
      earlier,
      isUnderWay,
      ...known,
      ...(isNew ? { sentContent: draft.content } : {}),
    }
  })

/** An earlier text of the draft has become a task. */
export const found = (desk: Desk, id: string, task: FoundContact): Desk =>
  withDraft(desk, id, (draft) => ({ ...draft, found: [...(draft.found ?? []), task] }))

/** The same for an agent who has signed out and in again and may have typed another text since. */
export const foundLater = (desk: Desk, id: string, task: FoundContact): Desk =>
  withDraft(found(desk, id, task), id, (draft) => ({ ...draft, createdBefore: task.task }))

/** The outcome of an attempt without a text is known. */
export const withoutQuestion = (desk: Desk, token: string): Desk => ({
  ...desk,
  textless: desk.textless.filter(({ clientToken }) => clientToken !== token),
})

/** The task of the draft exists. `earlier` holds its other attempts, which may have created another task. */
export const created = (
  desk: Desk,
  id: string,
  task: CreatedContact,
  { earlier, tokens }: AttemptsNow = { earlier: undefined },
): Desk => ({
  ...withDraft(desk, id, (draft) => ({
    ...draft,
    phase: 'created',
    task,
    earlier,
    isUnderWay: false,
    ...(tokens ? { tokens } : {}),
  })),
  // The agent has gone on working, so the offer to bring back a discarded draft ends.
  discarded: [],
})
