import type { MessageDraft } from '../../../core/message/message-parts.ts'
import { attributeChanges } from '../../form-model/draft/draft-changes.ts'
import type { MessageFormModel } from './use-message-form.ts'

/** The fields whose keystrokes may cost a copy of the draft. Rows of attributes may be many, and report themselves. */
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
export function onMessageChange(
  form: Pick<MessageFormModel, 'control' | 'subscribe'>,
  changed: () => void,
): () => void {
  const stopAttributes = attributeChanges(form).subscribe(changed)
  const stopOthers = form.subscribe({
    name: [...copiedFields],
    formState: { values: true },
    callback: changed,
  })
  return () => {
    stopAttributes()
    stopOthers()
  }
}
