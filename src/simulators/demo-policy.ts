import { demoFlows } from './connect/state/demo-seed.ts'
import { basicQueue } from './instance/instance.ts'
import { attributesOf, instanceMessageTemplates } from './instance/message-templates.ts'
import { instancePhoneNumbers } from './instance/phone-numbers.ts'

const { service, delivery, whatsApp } = instancePhoneNumbers

const template = (
  channel: 'sms' | 'whatsapp',
  of: (typeof instanceMessageTemplates)[keyof typeof instanceMessageTemplates],
) => ({
  templateId: of.templateId,
  knowledgeBaseId: of.knowledgeBaseId,
  name: of.name,
  channel,
  attributes: attributesOf(of),
  preview: of.body,
})

/** The rules for messages in the demo. No quiet hours, because the demo may run at any time. */
const demoMessages = {
  senders: [
    { phoneNumberId: service.phoneNumberId, name: 'Customer service', queues: [basicQueue.queueId] },
    { phoneNumberId: delivery.phoneNumberId, name: 'Delivery desk' },
    { phoneNumberId: whatsApp.phoneNumberId, name: 'WhatsApp', channels: ['whatsapp'] },
  ],
  flows: [demoFlows.callbackRequests.flowId, demoFlows.complaintFollowUp.flowId],
  // A chat on a web page has no number, so its agent types one.
  recipients: { countries: ['US', 'GB', 'DE'] },
  everyMinutes: 1,
  defaultCountry: 'US',
  texts: [
    {
      textId: 'order-ready',
      name: 'Order is ready',
      text: 'Your order is ready to be picked up. Reply to this message if you have a question.',
    },
    {
      textId: 'tried-to-call',
      name: 'Tried to call',
      text: 'We have tried to call you about your request. Reply to this message, or call us when it suits you.',
    },
  ],
  templates: [
    template('whatsapp', instanceMessageTemplates.orderReady),
    template('whatsapp', instanceMessageTemplates.deliveryDate),
    template('sms', instanceMessageTemplates.appointment),
  ],
}

/** The policy of `npm start`: tasks as without a policy, and text messages. */
export const demoPolicy = { policies: [{ name: 'Customer service', messages: demoMessages }] }
