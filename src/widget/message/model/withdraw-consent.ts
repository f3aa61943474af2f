import type { UseFormReturn } from 'react-hook-form'
import type { MessageDraft } from '../../../core/message/message-parts.ts'

type ConsentForm = Pick<UseFormReturn<MessageDraft>, 'subscribe' | 'getValues' | 'setValue'>

/** What the customer agreed to get, and where. */
const agreed = ['to', 'text', 'channel', 'templateId', 'templateValues'] as const

/** The customer agreed to get this message, and not another one: the box is unchecked when the message changes. */
export function withdrawConsent({ subscribe, getValues, setValue }: ConsentForm): () => void {
  const read = () => JSON.stringify(getValues(agreed))
  let before = read()
  return subscribe({
    name: agreed,
    formState: { values: true },
    callback: () => {
      // The form reports all fields when the rules have been read again, which may be right after the agent has checked the box.
      const now = read()
      if (now === before) return
      before = now
      if (getValues('hasConsent')) setValue('hasConsent', false)
    },
  })
}
