import type { MessageOptions } from '../../core/message/message-options.ts'
import { noContact } from '../contacts.ts'
import type { GalleryState, Scene, StateGroup } from '../gallery-state.ts'
import {
  acceptedMessage,
  answer,
  lostAnswer,
  me,
  messageOptions,
  noAnswer,
  problem,
  type Answer,
  type ProxyAnswers,
} from '../proxy-answers.ts'
import { fillAndSubmit } from '../steps.ts'

/** A policy that lets the agent send messages. */
const allowed = { me: answer({ ...me, messages: true }) }

async function turnToMessage({ agent }: Scene): Promise<void> {
  await agent.press('[name="mode"][value="message"]')
  // The form for tasks stays until the form for messages has been loaded.
  await agent.see('.tl-to, fieldset > .tl-notice')
}

const callBack = 'Hello Maya, your refund of 48.20 has been approved. Answer here if you have a question.'

async function fillMessage(scene: Scene, text = callBack): Promise<void> {
  await turnToMessage(scene)
  await scene.agent.type('text', text)
}

async function fillAndSend(scene: Scene): Promise<void> {
  await fillMessage(scene)
  await scene.agent.press('[name="hasConsent"]')
  await scene.agent.submit()
}

const withOptions = (
  name: string,
  options: Partial<MessageOptions>,
  { steps, landmark }: Pick<GalleryState, 'steps' | 'landmark'>,
): GalleryState => ({
  name,
  proxy: { ...allowed, messageOptions: answer({ ...messageOptions, ...options }) },
  steps: steps ?? turnToMessage,
  landmark,
})

const sent = (name: string, sendMessage: Answer, landmark: string, more: Partial<ProxyAnswers> = {}) =>
  ({ name, proxy: { ...allowed, ...more, sendMessage }, steps: fillAndSend, landmark }) satisfies GalleryState

const { customerNumber: _known, customerCountry: _country, ...withoutNumber } = messageOptions

const whatsapp: Partial<MessageOptions> = {
  senders: [
    ...messageOptions.senders,
    { phoneNumberId: 'wa', number: '+12065550101', name: 'Service', channels: ['whatsapp'] },
  ],
  templates: [
    {
      templateId: 'refund',
      name: 'Refund approved',
      channel: 'whatsapp',
      attributes: ['amount', 'order'],
      preview: 'Hello! Your refund of {{amount}} for the order {{order}} has been approved.',
    },
    { templateId: 'visit', name: 'Visit of the technician', channel: 'whatsapp', attributes: ['day'] },
  ],
}

/** The panel for text messages. */
export const messages: StateGroup = {
  title: 'Text messages',
  states: [
    { name: 'Message: a task first', proxy: allowed, landmark: 'What needs to be done?' },
    { name: 'Message: empty', proxy: allowed, steps: turnToMessage, landmark: 'The customer agreed' },
    { name: 'Message: filled in', proxy: allowed, steps: fillMessage, landmark: '1 SMS' },
    {
      name: 'Message: two SMS, because of one character',
      proxy: allowed,
      steps: (scene) => fillMessage(scene, `${callBack} 👍`),
      landmark: 'SMS alphabet',
    },
    withOptions(
      'Message: numbers, texts and flows to choose',
      {
        senders: [
          ...messageOptions.senders,
          { phoneNumberId: 'billing', number: '+12065550111', name: 'Billing', channels: ['sms'] },
        ],
        flows: [...messageOptions.flows, { flowId: 'refunds', name: 'Refunds' }],
        texts: [{ textId: 'late', name: 'We are late', text: 'Our technician comes 30 minutes later.' }],
        freeText: false,
        recipients: 'anyone',
      },
      { landmark: 'Start from' },
    ),
    withOptions('Message: WhatsApp by template', whatsapp, {
      steps: async (scene) => {
        await turnToMessage(scene)
        await scene.agent.check('channel', 'whatsapp')
        await scene.agent.choose('templateId', 'template refund')
      },
      landmark: 'What the customer gets',
    }),
    withOptions('Message: WhatsApp by a template whose text is in Connect', whatsapp, {
      steps: async (scene) => {
        await turnToMessage(scene)
        await scene.agent.check('channel', 'whatsapp')
        await scene.agent.choose('templateId', 'template visit')
      },
      landmark: 'The text of this template is kept in Amazon Connect',
    }),
    withOptions(
      'Message: to another number than the customer’s',
      { recipients: 'anyone' },
      {
        steps: async (scene) => {
          await turnToMessage(scene)
          await scene.agent.type('to', '+44 20 7946 0958')
        },
        landmark: 'This is not the customer’s number.',
      },
    ),
    withOptions(
      'Message: quiet hours',
      { quietUntil: '2026-03-11T08:00:00Z', timeZone: 'America/Los_Angeles' },
      { landmark: 'These are quiet hours where this customer is.' },
    ),
    withOptions('Message: always quiet', { isAlwaysQuiet: true }, { landmark: 'so none can be sent' }),
    withOptions(
      'Message: just written to',
      { nextMessageAt: '2026-03-10T14:12:00Z' },
      { landmark: 'This customer has just got a message.' },
    ),
    {
      name: 'Message: no number known',
      proxy: { ...allowed, messageOptions: answer(withoutNumber) },
      steps: turnToMessage,
      landmark: 'Amazon Connect has no number of this customer',
    },
    {
      name: 'Message: no contact',
      session: noContact,
      proxy: { ...allowed, messageOptions: answer(withoutNumber) },
      steps: turnToMessage,
      landmark: 'Choose the contact whose customer you want to write to.',
    },
    {
      name: 'Message: options could not be read',
      proxy: { ...allowed, messageOptions: problem('connect-timeout') },
      steps: turnToMessage,
      landmark: 'The numbers and templates for messages could not be loaded.',
    },
    {
      name: 'Message: without text and consent',
      proxy: allowed,
      steps: async (scene) => {
        await turnToMessage(scene)
        await scene.agent.see('.tl-consent')
        await scene.agent.submit()
      },
      landmark: 'Check 2 things first',
    },
    sent('Message: on its way', noAnswer, 'Sending…'),
    sent('Message: accepted', acceptedMessage, 'Whether it arrived is not known here.'),
    {
      name: 'Message: accepted for another number than the customer’s',
      proxy: {
        ...allowed,
        messageOptions: answer({ ...messageOptions, recipients: 'anyone' }),
        sendMessage: acceptedMessage,
      },
      steps: async (scene) => {
        await turnToMessage(scene)
        await scene.agent.type('to', '+44 20 7946 0958')
        await scene.agent.type('text', callBack)
        await scene.agent.press('[name="hasConsent"]')
        await scene.agent.submit()
      },
      landmark: 'not the customer’s number',
    },
    sent('Message: may have been sent', lostAnswer, 'The message may have been sent'),
    sent(
      'Message: refused for the recipient',
      problem('recipient-refused', {
        issues: [{ field: 'to', code: 'recipient-not-customer' }],
      }),
      'This is not the number that Amazon Connect has for this customer now',
    ),
    sent('Message: refused in quiet hours', problem('quiet-hours'), 'The message was not sent'),
    sent('Message: refused within the interval', problem('message-interval'), 'The message was not sent'),
    sent('Message: too many chats', problem('quota-reached'), 'too many chats are open'),
    {
      name: 'Text the customer of a created task',
      proxy: allowed,
      steps: fillAndSubmit,
      landmark: 'Text the customer',
    },
  ],
}
