import { useFormContext } from 'react-hook-form'
import { templatesFor } from '../../../core/message/fields/content/content.ts'
import type { MessageDraft, MessageRules } from '../../../core/message/message-parts.ts'
import { messageDraftUnder } from '../../../core/message/prepare-message.ts'

type Changed = Partial<Pick<MessageDraft, 'channel' | 'templateId' | 'templateValues'>>

/** Another channel may have one template only, and take nothing else. */
function withOnlyTemplate(draft: MessageDraft, { channel }: Changed, rules: MessageRules): MessageDraft {
  const [only, ...others] = channel === 'whatsapp' ? templatesFor(rules, channel) : []
  return only && others.length === 0 ? { ...draft, templateId: only.templateId } : draft
}

const asChanged = { shouldDirty: true } as const

/** Changes a choice on which other fields depend: a channel has senders and templates of its own, and a template has values. */
export function useLaidChange(rules: MessageRules): (changed: Changed) => void {
  const { getValues, setValue, clearErrors } = useFormContext<MessageDraft>()
  return (changed) => {
    const next = messageDraftUnder(withOnlyTemplate({ ...getValues(), ...changed }, changed, rules), rules)
    // Complaints about values are kept by their number, and another template has others.
    clearErrors(['templateId', 'templateValues', 'text', 'from'])
    setValue('channel', next.channel, asChanged)
    setValue('from', next.from, asChanged)
    setValue('templateValues', [...next.templateValues], asChanged)
    setValue('templateId', next.templateId, asChanged)
  }
}
