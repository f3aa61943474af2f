import type { MessageFieldOf } from '../../message-field.ts'
import type { MessageOptions } from '../../message-options.ts'
import { trimmedText } from '../../../text/invisible.ts'
import type { ChannelParts } from '../channel.ts'
import type { Attribute } from '../../../fields/attributes/attribute.ts'
import { templateIssues, type TemplateValue } from './template-values.ts'
import { textIssues } from './text.ts'

/** The content of a message: a text, or a message template with its values. */
export type MessageContent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'template'; readonly templateId: string; readonly values: readonly TemplateValue[] }

export interface ContentRules extends Pick<MessageOptions, 'texts' | 'freeText' | 'templates'> {
  /** The visible attributes of the linked contact. A template value starts with the attribute of the same name. */
  readonly contactAttributes?: readonly Attribute[]
}

/** Without the knowledge base, which only the proxy knows. */
export interface MessageTemplateParameters {
  readonly MessageTemplateId: string
  readonly TemplateAttributes: { readonly CustomAttributes: Record<string, string> }
}

export interface ContentParts {
  readonly draft: {
    readonly text: string
    /** Empty for a text. */
    readonly templateId: string
    readonly templateValues: readonly TemplateValue[]
  }
  readonly request: { readonly message: MessageContent }
  readonly rules: ContentRules
  readonly parameters: {
    readonly InitialSystemMessage?: { readonly ContentType: 'text/plain'; readonly Content: string }
    readonly InitialTemplatedSystemMessage?: MessageTemplateParameters
  }
}

export interface ContentReads extends ContentParts {
  readonly draft: ContentParts['draft'] & ChannelParts['draft']
  readonly request: ContentParts['request'] & ChannelParts['request']
}

/** The templates that a message of this channel may use. */
export const templatesFor = ({ templates }: ContentRules, channel: ChannelParts['draft']['channel']) =>
  templates.filter((template) => template.channel === channel)

const valueOfContact = (name: string, { contactAttributes = [] }: Pick<ContentRules, 'contactAttributes'>) =>
  contactAttributes.find(({ key }) => key === name)?.value ?? ''

type Values = ContentParts['draft']['templateValues']

/** If the agent has not changed a value, it follows the contact's attributes, also when the contact changes. */
export const valuesAfter = (
  values: Values,
  before: Pick<ContentRules, 'contactAttributes'>,
  now: Pick<ContentRules, 'contactAttributes'>,
): Values =>
  values.map(({ name, value }) => ({
    name,
    value: value === valueOfContact(name, before) ? valueOfContact(name, now) : value,
  }))

/** Keeps the template only if the channel offers it, with a row for each of its values. */
function draftUnder(draft: ContentReads['draft'], rules: ContentRules): ContentParts['draft'] {
  const { text, templateId, templateValues } = draft
  const template = templatesFor(rules, draft.channel).find((each) => each.templateId === templateId)
  const values = template?.attributes.map((name) => ({
    name,
    value: templateValues.find((each) => each.name === name)?.value ?? valueOfContact(name, rules),
  }))
  return { text, templateId: template?.templateId ?? '', templateValues: values ?? [] }
}

/** If the agent may not write free text, a single text or template is chosen from the start. */
function preset(draft: ContentReads['draft'], rules: ContentRules): ContentParts['draft'] {
  const templates = templatesFor(rules, draft.channel)
  const texts = rules.freeText || draft.channel === 'whatsapp' ? [] : rules.texts
  const mustChoose = !rules.freeText || draft.channel === 'whatsapp'
  const only = mustChoose && templates.length + texts.length === 1
  return draftUnder(
    {
      ...draft,
      text: only ? (texts[0]?.text ?? '') : '',
      templateId: only ? (templates[0]?.templateId ?? '') : '',
    },
    rules,
  )
}

export const contentField: MessageFieldOf<ContentReads, ContentParts> = {
  access: () => 'editable',
  preset,
  draftUnder,
  read: ({ channel, text, templateId, templateValues }) => {
    if (templateId === '' && channel === 'sms') {
      return { request: { message: { type: 'text', text: trimmedText(text) } } }
    }
    const values = templateValues.map(({ name, value }) => ({ name, value: trimmedText(value) }))
    return {
      request: { message: { type: 'template', templateId, values } },
      rows: { templateValues: values.map((_, row) => row) },
    }
  },
  fill: ({ message }) => ({ message }),
  issues: ({ channel, message }, rules, { rowIssueCount }) => {
    if (message.type === 'template') {
      return templateIssues(message, templatesFor(rules, channel), rowIssueCount)
    }
    return channel === 'whatsapp'
      ? [{ field: 'template', code: 'template-missing' }]
      : textIssues(message.text, rules)
  },
  parameters: ({ message }) =>
    message.type === 'text'
      ? { InitialSystemMessage: { ContentType: 'text/plain', Content: message.text } }
      : {
          InitialTemplatedSystemMessage: {
            MessageTemplateId: message.templateId,
            TemplateAttributes: {
              CustomAttributes: Object.fromEntries(message.values.map(({ name, value }) => [name, value])),
            },
          },
        },
}
