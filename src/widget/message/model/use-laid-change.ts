import { useFormContext } from 'react-hook-form'
import type { MessageDraft, MessageRules } from '../../../core/message/message-parts.ts'
import { messageDraftUnder } from '../../../core/message/prepare-message.ts'

type Changed = Partial<Pick<MessageDraft, 'channel' | 'templateId'>>

const asChanged = { shouldDirty: true } as const

/** Changes a choice on which other fields depend: a channel has senders and templates of its own, and a template has values. */
export function useLaidChange(rules: MessageRules): (changed: Changed) => void {
  const { getValues, setValue, clearErrors } = useFormContext<MessageDraft>()
  return (changed) => {
    const next = messageDraftUnder({ ...getValues(), ...changed }, rules)
    // Complaints about values are kept by their number, and another template has others.
    clearErrors(['templateId', 'templateValues', 'text', 'from'])
    setValue('channel', next.channel, asChanged)
    setValue('from', next.from, asChanged)
    setValue('templateValues', [...next.templateValues], asChanged)
    setValue('templateId', next.templateId, asChanged)
  }
}
