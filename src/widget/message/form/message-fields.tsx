import { useMemo } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import type { Contact } from '../../../core/contact/contact.ts'
import type { MessageDraft } from '../../../core/message/message-parts.ts'
import { useInheritanceByLink } from '../../contact/use-inheritance-by-link.ts'
import { keepFromSending } from '../../controls/rows/row-keys.ts'
import { AttributeRows, AttributesSummary } from '../../fields/attribute-rows.tsx'
import { Section } from '../../form/section.tsx'
import type { OpenSections } from '../../form/use-open-sections.ts'
import { FormRulesContext, noFormRules } from '../../form-model/rules/form-rules.ts'
import { ChannelChoice } from '../fields/channel-choice.tsx'
import { FlowField } from '../fields/flow-field.tsx'
import { FromField } from '../fields/from-field.tsx'
import { MessageLink, MessageLinkSummary } from '../fields/message-link.tsx'
import { MoreFields, MoreSummary } from '../fields/more-fields.tsx'
import { StartFrom } from '../fields/start-from.tsx'
import { TextField } from '../fields/text-field.tsx'
import { ToField } from '../fields/to-field.tsx'
import { useMessageWords } from '../mode/message-words.ts'
import type { MessageSection } from '../model/message-path.ts'
import type { OfferedMessage } from '../model/use-message-draft.ts'

export interface MessageFieldsProps {
  readonly rules: OfferedMessage
  readonly contact: Contact | undefined
  readonly sections: OpenSections<MessageSection>
}

/** All fields of a message except the consent, which stands at the button. */
export function MessageFields({ rules, contact, sections }: MessageFieldsProps) {
  const words = useMessageWords()
  const { attributes } = rules
  // The editor of attributes uses only these rules.
  const formRules = useMemo(
    () => ({ ...noFormRules, fields: attributes ? { attributes } : {} }),
    [attributes],
  )
  const props = (name: MessageSection, title: string) => ({
    name,
    title,
    isOpen: sections.isOpen(name),
    onToggle: (isOpen: boolean) => sections.toggle(name, isOpen),
  })
  return (
    <FormRulesContext value={formRules}>
      <ChannelChoice rules={rules} />
      <ToField rules={rules} contact={contact} />
      <Content rules={rules} />
      <FromField rules={rules} />
      <FlowField rules={rules} />
      <div className="tl-sections">
        <Section {...props('link', words.labels.link)} summary={<MessageLinkSummary contact={contact} />}>
          <MessageLink rules={rules} contact={contact} />
        </Section>
        <AttributesSection {...props('attributes', words.labels.attributes)} contact={contact} />
        <Section {...props('more', words.more.title)} summary={<MoreSummary rules={rules} />}>
          <div className="tl-stack" role="presentation" onKeyDown={keepFromSending}>
            <MoreFields rules={rules} />
          </div>
        </Section>
      </div>
    </FormRulesContext>
  )
}

/** The content is a text or a template, never both. */
function Content({ rules }: Pick<MessageFieldsProps, 'rules'>) {
  const { control } = useFormContext<MessageDraft>()
  const [channel, templateId] = useWatch({ control, name: ['channel', 'templateId'] })
  return (
    <>
      <StartFrom rules={rules} />
      {channel === 'sms' && templateId === '' && <TextField rules={rules} />}
    </>
  )
}

interface AttributesSectionProps extends Pick<MessageFieldsProps, 'contact'> {
  readonly name: MessageSection
  readonly title: string
  readonly isOpen: boolean
  readonly onToggle: (isOpen: boolean) => void
}

function AttributesSection({ contact, ...section }: AttributesSectionProps) {
  const inheritance = useInheritanceByLink(contact)
  return (
    <Section {...section} summary={<AttributesSummary inheritance={inheritance} />}>
      <div className="tl-stack" role="presentation" onKeyDown={keepFromSending}>
        <AttributeRows inheritance={inheritance} />
      </div>
    </Section>
  )
}
