import { instanceMessageTemplates } from '../../simulators/instance/message-templates.ts'
import { instancePhoneNumbers, phoneNumberArn } from '../../simulators/instance/phone-numbers.ts'
import { halfOfThumb, thumb } from '../conformance-case.ts'
import type { MessageCases } from './message-case.ts'

const { orderReady, appointment } = instanceMessageTemplates
const { whatsApp } = instancePhoneNumbers

const text = (content: string) =>
  ({
    asked: { message: { text: content } },
    sent: { InitialSystemMessage: { ContentType: 'text/plain', Content: content } },
  }) as const

type Values = Readonly<Record<string, string>>

const withTemplate = (templateId: string, values: Values) => ({
  asked: {
    message: { templateId, values: Object.entries(values).map(([name, value]) => ({ name, value })) },
  },
  sent: {
    InitialSystemMessage: undefined,
    InitialTemplatedSystemMessage: {
      KnowledgeBaseId: orderReady.knowledgeBaseId,
      MessageTemplateId: templateId,
      TemplateAttributes: { CustomAttributes: values },
    },
  },
})

const byWhatsApp = ({ asked, sent }: { readonly asked: object; readonly sent: object }) => ({
  asked: { ...asked, channel: 'whatsapp', from: whatsApp.phoneNumberId },
  sent: {
    ...sent,
    SourceEndpoint: { Type: 'CONNECT_PHONENUMBER_ARN' as const, Address: phoneNumberArn(whatsApp) },
    SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:WhatsApp' } },
  },
})

const ready = { firstName: 'Dana', orderId: '42' }
const tooLong = (actual: number) => [{ field: 'text', code: 'text-too-long', actual, limit: 1_024 }] as const

const noPhone = 'AWS End User Messaging has a smaller limit, so no phone would get the text.'

export const contentCases: MessageCases = {
  accepted: [
    { rule: 'A text may have 1,024 characters.', ...text('x'.repeat(1_024)) },
    { rule: 'A text may have 630 UTF-16 units, which are 315 emoji.', ...text(thumb.repeat(315)) },
    { rule: 'A text may have 1,530 septets, which are 765 brackets.', ...text('['.repeat(765)) },
    { rule: 'A text keeps its line breaks.', ...text('Your order is ready.\n\nYours, the shop') },
    {
      rule: 'A WhatsApp message is a template with its values.',
      ...byWhatsApp(withTemplate(orderReady.templateId, ready)),
    },
    {
      rule: 'A text message may be a template, too.',
      ...withTemplate(appointment.templateId, { day: 'Friday', time: '10:00' }),
    },
  ],
  refused: [
    {
      rule: 'A text has at most 1,024 characters.',
      ...text('x'.repeat(1_025)),
      issues: tooLong(1_025),
      connect: 400,
    },
    {
      rule: 'A text has at most 1,024 emoji.',
      ...text(thumb.repeat(1_025)),
      issues: tooLong(1_025),
      connect: 400,
    },
    {
      rule: 'A text has at most 630 UTF-16 units where the alphabet of phones is not enough.',
      ...text(thumb.repeat(316)),
      issues: [{ field: 'text', code: 'text-too-long-in-ucs-2', actual: 632, limit: 630 }],
      connect: 200,
      because: noPhone,
    },
    {
      rule: 'A text has at most 1,530 septets.',
      ...text('€'.repeat(766)),
      issues: [{ field: 'text', code: 'text-too-long-in-gsm-7', actual: 1_532, limit: 1_530 }],
      connect: 200,
      because: noPhone,
    },
    {
      rule: 'A text has far less than 16,384 bytes.',
      ...text('é'.repeat(8_193)),
      issues: tooLong(8_193),
      connect: 400,
    },
    {
      rule: 'A text must not be empty.',
      ...text(''),
      issues: [{ field: 'text', code: 'text-missing' }],
      connect: 400,
    },
    {
      rule: 'A text must not be blank.',
      ...text(' \n'),
      issues: [{ field: 'text', code: 'text-missing' }],
      connect: 200,
      because: 'The customer would get a message without words.',
    },
    {
      rule: 'A text is well-formed Unicode.',
      ...text(halfOfThumb),
      issues: [{ field: 'text', code: 'text-not-unicode' }],
      connect: 400,
    },
    {
      rule: 'A WhatsApp message is no free text.',
      ...byWhatsApp(text('Your order is ready.')),
      issues: [{ field: 'template', code: 'template-missing' }],
      connect: 400,
    },
    {
      rule: 'A template is one of its channel.',
      ...withTemplate(orderReady.templateId, ready),
      issues: [{ field: 'template', code: 'template-not-offered' }],
      connect: 400,
    },
    {
      rule: 'A template is one of the instance.',
      ...byWhatsApp(withTemplate('unknown', {})),
      issues: [{ field: 'template', code: 'template-not-offered' }],
      connect: 404,
    },
    {
      rule: 'A template has all its values.',
      ...byWhatsApp(withTemplate(orderReady.templateId, { firstName: 'Dana' })),
      issues: [{ field: 'templateValues', code: 'template-value-required', name: 'orderId' }],
      connect: 400,
    },
    {
      rule: 'A template has no blank value.',
      ...byWhatsApp(withTemplate(orderReady.templateId, { ...ready, orderId: ' ' })),
      issues: [{ field: 'templateValues.1.value', code: 'template-value-missing' }],
      connect: 200,
      because: 'The customer would read a sentence with a gap.',
    },
    {
      rule: 'A template has no value that it does not ask for.',
      ...byWhatsApp(withTemplate(orderReady.templateId, { ...ready, discount: '99 %' })),
      issues: [{ field: 'templateValues.2.name', code: 'template-value-unknown' }],
      connect: 200,
      because: 'Connect does not use the value, so it is a mistake of the caller.',
    },
  ],
  malformed: [
    {
      rule: 'A message is a text or a template, never both.',
      asked: { message: { text: 'Hi', templateId: appointment.templateId } },
      sent: {
        ...withTemplate(appointment.templateId, { day: 'Friday', time: '10:00' }).sent,
        ...text('Hi').sent,
      },
      detail: 'Expected something else at message; /openapi.json says what.',
      connect: 400,
    },
    {
      rule: 'A caller must not choose the knowledge base.',
      asked: { message: { templateId: appointment.templateId, knowledgeBaseId: 'other' } },
      sent: {
        InitialSystemMessage: undefined,
        InitialTemplatedSystemMessage: {
          KnowledgeBaseId: 'other',
          MessageTemplateId: appointment.templateId,
          TemplateAttributes: {},
        },
      },
      detail: 'There are members in message that the schema does not have.',
      connect: 404,
    },
  ],
}
