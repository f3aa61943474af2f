import { isEmptyRow, sameValue } from '../task/task-draft.ts'
import type { MessageDraft } from './message-parts.ts'

// No run-time imports except those of tasks, because this file may be part of the panel's first load.

export const emptyMessageDraft: MessageDraft = {
  kind: 'message',
  channel: 'sms',
  from: '',
  to: '',
  text: '',
  templateId: '',
  templateValues: [],
  flowId: '',
  displayName: '',
  duration: { amount: '', unit: 'hours' },
  attributes: [],
  link: 'related',
  hasConsent: false,
}

/** Without empty rows, which are not sent. */
const filled = ({ attributes, ...others }: MessageDraft) => ({
  ...others,
  attributes: attributes.filter((row) => !isEmptyRow(row)),
})

/** Whether two drafts hold the same values. */
export const sameMessageDraft = (one: MessageDraft, other: MessageDraft): boolean =>
  sameValue(filled(one), filled(other))
