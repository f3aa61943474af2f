import { expect, test } from 'vitest'
import { emptyDraft } from '../../../core/task/task-draft.ts'
import { withDraft } from '../../../drafts/desk/desk-changes.ts'
import { newDesk, type Desk } from '../../../drafts/desk/desk.ts'
import { sentByAnotherWindow } from './sent-by-another-window.ts'

const sent = { clientToken: 'token', firstSentAt: 7 }

function deskWith(textless: Desk['textless']): Desk {
  const desk = newDesk(emptyDraft)
  return { ...withDraft(desk, desk.frontId, (draft) => ({ ...draft, underWayElsewhere: [sent] })), textless }
}

test('the panel says once that another window is sending the draft', () => {
  expect(sentByAnotherWindow(deskWith([]))).toEqual(sent)
  const question = { ...sent, draftId: 'draft', kind: 'task' } as const
  expect(sentByAnotherWindow(deskWith([question]))).toBeUndefined()
})
