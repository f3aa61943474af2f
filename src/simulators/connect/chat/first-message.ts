import { attributesOf, filledIn, type MessageSubtype } from '../../instance/message-templates.ts'
import type { FirstMessage } from '../members/start-chat-members.ts'
import type { InstanceState } from '../state/instance-state.ts'
import { invalidRequest, notFound } from '../wire/service-error.ts'
import { asMembers, asText, type Members, nested, optionalText, requiredText } from '../wire/wire-members.ts'

/** Connect API, `InitialSystemMessage`: "Maximum of 16,384 bytes". */
const messageByteLimit = 16_384

/** Characters in an SMS message (admin guide, feature specifications). */
const smsLimit = 1_024

export function readFirstMessage(body: Members, subtype: MessageSubtype): FirstMessage | undefined {
  const [text, template] = [readText(body, subtype), readTemplate(body)]
  if (text && template) {
    throw invalidRequest('Specify InitialSystemMessage or InitialTemplatedSystemMessage, not both.')
  }
  // Admin guide, send message: "Selecting a template is required for sending WhatsApp messages".
  if (subtype === 'connect:WhatsApp' && !template) {
    throw invalidRequest('A WhatsApp message needs InitialTemplatedSystemMessage.')
  }
  return text ?? template
}

function readText(body: Members, subtype: MessageSubtype): FirstMessage | undefined {
  const value = body.get('InitialSystemMessage') ?? undefined
  if (value === undefined) return undefined
  const message = asMembers(value, 'InitialSystemMessage')
  const contentType = requiredText(message, 'ContentType', { min: 1, max: 100 })
  if (contentType !== 'text/plain') throw invalidRequest('InitialSystemMessage must be text/plain.')
  const text = requiredText(message, 'Content', { min: 1, max: messageByteLimit })
  const bytes = Buffer.byteLength(text)
  if (bytes > messageByteLimit) {
    throw invalidRequest(`InitialSystemMessage must have at most ${messageByteLimit} bytes, not ${bytes}.`)
  }
  const characters = Array.from(text).length
  if (subtype === 'connect:SMS' && characters > smsLimit) {
    throw invalidRequest(`An SMS message must have at most ${smsLimit} characters, not ${characters}.`)
  }
  return { type: 'text', text }
}

function readTemplate(body: Members): FirstMessage | undefined {
  const value = body.get('InitialTemplatedSystemMessage') ?? undefined
  if (value === undefined) return undefined
  const template = asMembers(value, 'InitialTemplatedSystemMessage')
  if ((template.get('TemplateAttributes') ?? undefined) === undefined) {
    throw invalidRequest('TemplateAttributes must not be null.')
  }
  const attributes = nested(template, 'TemplateAttributes')
  optionalText(attributes, 'CustomerProfileAttributes')
  const values = [...nested(attributes, 'CustomAttributes')].map(
    ([name, text]) => [name, asText(text, `CustomAttributes.${name}`)] as const,
  )
  return {
    type: 'template',
    knowledgeBaseId: requiredText(template, 'KnowledgeBaseId', { min: 1, max: 500 }),
    templateId: requiredText(template, 'MessageTemplateId', { min: 1, max: 500 }),
    values: Object.fromEntries(values),
  }
}

/** The text that the customer reads; undefined if the flow says the first word. */
export function textOf(
  message: FirstMessage | undefined,
  subtype: MessageSubtype,
  { messageTemplates }: InstanceState,
): string | undefined {
  if (message?.type !== 'template') return message?.text
  const template = messageTemplates.find(
    ({ knowledgeBaseId, templateId }) =>
      knowledgeBaseId === message.knowledgeBaseId && templateId === message.templateId,
  )
  if (template === undefined) throw notFound('Message template not found.')
  if (template.subtype !== subtype) throw invalidRequest(`The message template is not for ${subtype}.`)
  const missing = attributesOf(template).find((name) => !Object.hasOwn(message.values, name))
  if (missing !== undefined) throw invalidRequest(`The message template needs the attribute ${missing}.`)
  return filledIn(template, message.values)
}
