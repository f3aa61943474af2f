import { useFormContext } from 'react-hook-form'
import { templatesFor } from '../../../core/message/fields/content/content.ts'
import type { MessageDraft, MessageRules } from '../../../core/message/message-parts.ts'
import { messageDraftUnder } from '../../../core/message/prepare-message.ts'

type Changed = Partial<Pick<MessageDraft, 'channel' | 'templateId' | 'templateValues'>>

/** If the new channel takes only templates and has only one, choose it. */
function withOnlyTemplate(draft: MessageDraft, { channel }: Changed, rules: MessageRules): MessageDraft {
  const [only, ...others] = channel === 'whatsapp' ? templatesFor(rules, channel) : []
  return only && others.length === 0 ? { ...draft, templateId: only.templateId } : draft
}

const asChanged = { shouldDirty: true } as const

/** Changes a field on which others depend: a channel has its own senders and templates, and a template has its own values. */
export function useLaidChange(rules: MessageRules): (changed: Changed) => void {
  const { getValues, setValue, clearErrors } = useFormContext<MessageDraft>()
  return (changed) => {
    const next = messageDraftUnder(withOnlyTemplate({ ...getValues(), ...changed }, changed, rules), rules)
    // react-hook-form keeps complaints about values by number, and another template has other values.
    clearErrors(['templateId', 'templateValues', 'text', 'from'])
    setValue('channel', next.channel, asChanged)
    setValue('from', next.from, asChanged)
    setValue('templateValues', [...next.templateValues], asChanged)
    setValue('templateId', next.templateId, asChanged)
  }
}
