import type { MessageDraft } from '../../../core/message/message-parts.ts'
import { onFormChange, type ChangingForm } from '../../form-model/draft/draft-changes.ts'

/**
 * The fields for which a copy of the draft per key is acceptable. Rows of attributes may be many, so they report their own
 * changes.
 */
const copiedFields = [
  'channel',
  'from',
  'to',
  'text',
  'templateId',
  'templateValues',
  'flowId',
  'displayName',
  'duration',
  'link',
  'hasConsent',
] as const satisfies readonly (keyof MessageDraft)[]

/** Calls back for every change of the message: a key, a choice, a row. */
export const onMessageChange = (
  form: ChangingForm<(typeof copiedFields)[number]>,
  changed: () => void,
): (() => void) => onFormChange(form, copiedFields, changed)
