import { wireIssue } from '../../contract/problems/wire-issue.ts'
import { messageAttemptOf, sendMessageSchema } from '../../contract/messages/message-request.ts'
import { checkMessage } from '../../core/message/check-message.ts'
import type { MessageRequest, MessageRules } from '../../core/message/message-parts.ts'
import type { MessageOrigin } from '../../core/message/start-outbound-chat.ts'
import { demoFlows } from '../../simulators/connect/state/demo-seed.ts'
import { instanceId } from '../../simulators/instance/instance.ts'
import {
  attributesOf,
  type InstanceMessageTemplate,
  instanceMessageTemplates,
} from '../../simulators/instance/message-templates.ts'
import { instancePhoneNumbers, phoneNumberArn } from '../../simulators/instance/phone-numbers.ts'
import { circumstancesFor } from '../case-readings.ts'
import { now, origin } from '../instance-at-noon.ts'
import type { MessageCase } from './message-case.ts'

/* A case about messages in the form that the core, the proxy or Connect takes. */

const { service, whatsApp } = instancePhoneNumbers
const { orderReady, appointment } = instanceMessageTemplates

const templateRule = (template: InstanceMessageTemplate, channel: 'sms' | 'whatsapp') => ({
  templateId: template.templateId,
  knowledgeBaseId: template.knowledgeBaseId,
  name: template.name,
  channel,
  attributes: attributesOf(template),
})

const templates = [templateRule(orderReady, 'whatsapp'), templateRule(appointment, 'sms')]

const flows = [demoFlows.callbackRequests, demoFlows.refundApprovals]

/** The messages that agents may send in every case. */
export const messagesRule = {
  senders: [
    { phoneNumberId: service.phoneNumberId },
    { phoneNumberId: whatsApp.phoneNumberId, channels: ['whatsapp' as const] },
  ],
  flows: flows.map(({ flowId }) => flowId),
  recipients: 'anyone',
  templates,
} as const

/** The rule as the core takes it. */
const rules: MessageRules = {
  senders: [
    { phoneNumberId: service.phoneNumberId, number: service.number, channels: ['sms'] },
    { phoneNumberId: whatsApp.phoneNumberId, number: whatsApp.number, channels: ['whatsapp'] },
  ],
  flows,
  texts: [],
  freeText: true,
  templates: templates.map(({ knowledgeBaseId: _knowledgeBaseId, ...template }) => template),
  recipients: 'anyone',
}

/** The smallest message, as sent to the proxy. */
export const plainMessage = {
  clientToken: 'token-1',
  channel: 'sms',
  from: service.phoneNumberId,
  to: '+12065550142',
  message: { text: 'Your order is ready.' },
  flowId: demoFlows.callbackRequests.flowId,
  consent: true,
} as const

/** Members that are undefined are left out of the body. */
export const bodyOf = ({ asked }: MessageCase) =>
  Object.fromEntries(Object.entries({ ...plainMessage, ...asked }).filter(([, value]) => value !== undefined))

export const parametersOf = ({ sent }: MessageCase) => ({
  InstanceId: instanceId,
  ClientToken: origin.clientToken,
  SourceEndpoint: { Type: 'CONNECT_PHONENUMBER_ARN' as const, Address: phoneNumberArn(service) },
  DestinationEndpoint: { Type: 'TELEPHONE_NUMBER' as const, Address: plainMessage.to },
  SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:SMS' } },
  ContactFlowId: plainMessage.flowId,
  InitialSystemMessage: { ContentType: 'text/plain', Content: plainMessage.message.text },
  SupportedMessagingContentTypes: ['text/plain'],
  ...sent,
})

export const requestOf = (asked: MessageCase): MessageRequest =>
  messageAttemptOf(sendMessageSchema.parse(bodyOf(asked))).request

/** The facts that the proxy would add to the message. */
export function originOf({ channel, message }: MessageRequest): MessageOrigin {
  const isTemplate = message.type === 'template'
  return {
    instanceId,
    clientToken: origin.clientToken,
    phoneNumberArn: phoneNumberArn(channel === 'sms' ? service : whatsApp),
    ...(isTemplate ? { knowledgeBaseId: orderReady.knowledgeBaseId } : {}),
  }
}

export const checkOfCore = (request: MessageRequest) =>
  checkMessage(request, { ...circumstancesFor(request.link?.contactId, 6), now, rules })

/** The core's verdict, with its issues as the wire carries them. */
export function verdictOfCore(asked: MessageCase) {
  const check = checkOfCore(requestOf(asked))
  return check.ok ? check : { ok: false as const, issues: check.issues.map(wireIssue) }
}
