import { entityId } from './entity-id.ts'

/** A message template of Amazon Connect's knowledge base (Amazon Q in Connect). */
export interface InstanceMessageTemplate {
  readonly knowledgeBaseId: string
  readonly templateId: string
  readonly name: string
  readonly subtype: MessageSubtype
  /** `{{name}}` stands for a custom attribute. */
  readonly body: string
}

export const messageSubtypes = ['connect:SMS', 'connect:WhatsApp'] as const

export type MessageSubtype = (typeof messageSubtypes)[number]

const knowledgeBaseId = entityId('5b7a1c20-4e5f', 1)

const template = (
  number: number,
  name: string,
  subtype: MessageSubtype,
  body: string,
): InstanceMessageTemplate => ({
  knowledgeBaseId,
  templateId: entityId('3e4d5c6b-7a89', number),
  name,
  subtype,
  body,
})

export const instanceMessageTemplates = {
  orderReady: template(
    1,
    'Order is ready',
    'connect:WhatsApp',
    'Hello {{firstName}}, your order {{orderId}} is ready. Reply to this message if you have a question.',
  ),
  deliveryDate: template(
    2,
    'Date of delivery',
    'connect:WhatsApp',
    'Your parcel will arrive on {{day}}. Reply to this message to change the day.',
  ),
  appointment: template(
    3,
    'Reminder of an appointment',
    'connect:SMS',
    'Your appointment is on {{day}} at {{time}}.',
  ),
} as const satisfies Record<string, InstanceMessageTemplate>

const variable = /\{\{([A-Za-z0-9_-]+)\}\}/g

/** The custom attributes that a template needs, each once. */
export const attributesOf = ({ body }: InstanceMessageTemplate): readonly string[] => [
  ...new Set(Array.from(body.matchAll(variable), ([, name = '']) => name)),
]

export const filledIn = (
  { body }: InstanceMessageTemplate,
  values: Readonly<Record<string, string>>,
): string => body.replaceAll(variable, (_, name: string) => values[name] ?? '')
