import { expect, type Locator } from '@playwright/test'
import type { ConnectSimulator } from '../../src/simulators/connect/connect-simulator.ts'
import { demoFlows } from '../../src/simulators/connect/state/demo-seed.ts'
import { instanceId } from '../../src/simulators/instance/instance.ts'
import { attributesOf, instanceMessageTemplates } from '../../src/simulators/instance/message-templates.ts'
import { instancePhoneNumbers, phoneNumberArn } from '../../src/simulators/instance/phone-numbers.ts'
import type { Panel } from './panel.ts'

/** Finds and operates the form for messages by the names on the screen. */

const { service, delivery, whatsApp } = instancePhoneNumbers

export const { orderReady } = instanceMessageTemplates

/** A text that the organisation has written. */
export const readyText = { textId: 'tried', name: 'Tried to call', text: 'We have tried to call you.' }

/** A policy under which agents may write to customers in the United States, outside of their nights. */
export const messagesPolicy = {
  policies: [
    {
      name: 'Service',
      messages: {
        senders: [
          { phoneNumberId: service.phoneNumberId, name: 'Service' },
          { phoneNumberId: delivery.phoneNumberId, name: 'Delivery' },
          { phoneNumberId: whatsApp.phoneNumberId, name: 'Service', channels: ['whatsapp'] },
        ],
        flows: [demoFlows.callbackRequests.flowId, demoFlows.complaintFollowUp.flowId],
        recipients: { countries: ['US'] },
        defaultCountry: 'US',
        texts: [readyText],
        quietHours: { from: '20:00', to: '08:00', timeZoneAttribute: 'customerTimeZone' },
        templates: [
          {
            templateId: orderReady.templateId,
            knowledgeBaseId: orderReady.knowledgeBaseId,
            name: orderReady.name,
            channel: 'whatsapp',
            attributes: attributesOf(orderReady),
            preview: orderReady.body,
          },
        ],
      },
    },
  ],
}

/** Noon in the United States: none of its time zones is in quiet hours. */
export const noonInAmerica = '2026-10-20T19:00:00Z'

export const toField = (page: Panel): Locator => page.getByLabel('To', { exact: true })

export const textField = (page: Panel): Locator => page.getByLabel('Message', { exact: true }).last()

export const consent = (page: Panel): Locator =>
  page.getByRole('checkbox', { name: 'The customer agreed to get this text.' })

export const sendButton = (page: Panel): Locator => page.locator('[part="submit"]')

export const acceptedHeading = (page: Panel): Locator =>
  page.getByRole('heading', { name: 'Message sent', exact: true })

/** Switches from the task to a message about the same contact. */
export async function turnToMessage(page: Panel): Promise<void> {
  await page.getByRole('radio', { name: 'Message' }).check()
  await expect(consent(page)).toBeVisible()
}

/** The parameters that Connect gets with each message. */
export const alwaysSent = {
  InstanceId: instanceId,
  ClientToken: expect.stringMatching(/^[0-9a-f]{64}$/),
  SourceEndpoint: { Type: 'CONNECT_PHONENUMBER_ARN', Address: phoneNumberArn(service) },
  SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:SMS' } },
  ContactFlowId: demoFlows.callbackRequests.flowId,
  SupportedMessagingContentTypes: ['text/plain'],
}

/** The parsed bodies of all StartOutboundChatContact calls, in order. */
export const sentMessages = (connect: ConnectSimulator): unknown[] =>
  connect.received
    .filter(({ operation }) => operation === 'StartOutboundChatContact')
    .map(({ body }): unknown => JSON.parse(body))
