import type { UseFormReturn } from 'react-hook-form'
import type { MessageDraft } from '../../../core/message/message-parts.ts'

type ConsentForm = Pick<UseFormReturn<MessageDraft>, 'subscribe' | 'getValues' | 'setValue'>

/** The parts of a message that the consent is about. */
const agreed = ['to', 'text', 'channel', 'templateId', 'templateValues'] as const

/** Unchecks the consent box when the message changes: the customer agreed to get this message, not another one. */
export function withdrawConsent({ subscribe, getValues, setValue }: ConsentForm): () => void {
  const read = () => JSON.stringify(getValues(agreed))
  let before = read()
  return subscribe({
    name: agreed,
    formState: { values: true },
    callback: () => {
      // Compare the values: the form also reports a change when the rules have been read again, perhaps just after the agent
      // has checked the box.
      const now = read()
      if (now === before) return
      before = now
      if (getValues('hasConsent')) setValue('hasConsent', false)
    },
  })
}
