import type { MessageCases } from './message-case.ts'

const stray = { detail: 'There are members in the body that the schema does not have.' } as const

/** Members that a caller must not set, and members that the proxy does not know. */
export const messageCallerCases: MessageCases = {
  malformed: [
    {
      rule: 'A message continues no contact.',
      asked: { link: { type: 'previous', contactId: 'call' } },
      sent: {},
      detail: 'Expected one of related at link.type.',
      connect: 200,
      because: 'The SDK silently drops PreviousContactId, which its model does not have.',
    },
    {
      rule: 'A caller must not choose the type of the endpoint.',
      asked: { SourceEndpoint: { Type: 'TELEPHONE_NUMBER', Address: '+12065550100' } },
      sent: { SourceEndpoint: { Type: 'TELEPHONE_NUMBER', Address: '+12065550100' } },
      ...stray,
      connect: 400,
    },
    {
      rule: 'A caller must not choose the subtype.',
      asked: { SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Chat' } } },
      sent: { SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Chat' } } },
      ...stray,
      connect: 400,
    },
    {
      rule: 'A caller must not take text/plain out of the content types.',
      asked: { contentTypes: ['text/markdown'] },
      sent: { SupportedMessagingContentTypes: ['text/markdown'] },
      ...stray,
      connect: 400,
    },
    {
      rule: 'A caller must not choose the instance.',
      asked: { InstanceId: 'another' },
      sent: { InstanceId: 'another' },
      ...stray,
      connect: 404,
    },
    {
      rule: 'A message has no time.',
      asked: { scheduledTime: '2026-10-02T09:00:00Z' },
      sent: {},
      ...stray,
      connect: 200,
      because: 'Connect has no member for it.',
    },
    {
      rule: 'A channel is SMS or WhatsApp.',
      asked: { channel: 'email' },
      sent: { SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Email' } } },
      detail: 'Expected one of sms, whatsapp at channel.',
      connect: 400,
    },
    {
      rule: 'A client token must not be empty.',
      asked: { clientToken: '' },
      sent: { ClientToken: '' },
      detail: 'Expected at least 1 in clientToken.',
      connect: 200,
      because: 'Connect treats it as no token, so sending the request again would send a second message.',
    },
    {
      rule: 'A client token has at most 500 characters.',
      asked: { clientToken: 't'.repeat(501) },
      sent: { ClientToken: 't'.repeat(501) },
      detail: 'Expected at most 500 in clientToken.',
      connect: 400,
    },
  ],
}
