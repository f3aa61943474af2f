import { useFormContext, useFormState, useWatch } from 'react-hook-form'
import type { Contact } from '../../../core/contact/contact.ts'
import { relatedLinkField } from '../../../core/message/fields/related-link.ts'
import type { MessageDraft, MessageRules } from '../../../core/message/message-parts.ts'
import { FieldError } from '../../controls/field.tsx'
import { LinkCard } from '../../fields/link-card.tsx'
import { NotLinked } from '../../fields/not-linked.tsx'
import { useMessageWords } from '../mode/message-words.ts'

interface MessageLinkProps {
  readonly rules: MessageRules
  readonly contact: Contact | undefined
}

export function MessageLinkSummary({ contact }: Pick<MessageLinkProps, 'contact'>) {
  const words = useMessageWords().link
  const { control } = useFormContext<MessageDraft>()
  const link = useWatch({ control, name: 'link' })
  return <span>{contact && link === 'related' ? words.related(contact.channel) : words.none}</span>
}

/** How the message is linked to the contact. A message cannot be linked as "previous", and the panel says why. */
export function MessageLink({ rules, contact }: MessageLinkProps) {
  const words = useMessageWords().link
  const { control } = useFormContext<MessageDraft>()
  const { errors } = useFormState({ control, name: 'link' })
  const isFixed = relatedLinkField.access(rules) === 'locked'
  if (!contact) return <NotLinked error={errors.link?.message} />
  return (
    <fieldset className="tl-choices">
      <legend className="tl-visually-hidden">{words.legend}</legend>
      <FieldError error={errors.link?.message} />
      <LinkCard
        choice="related"
        name={words.related(contact.channel)}
        meaning={words.relatedMeans}
        isOnly={isFixed}
      />
      {!isFixed && <LinkCard choice="none" name={words.none} meaning={words.noneMeans} />}
      <p className="tl-hint">{words.noPrevious}</p>
    </fieldset>
  )
}
