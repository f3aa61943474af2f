import { demoFlows } from '../../simulators/connect/state/demo-seed.ts'
import type { MessageCases } from './message-case.ts'

const duration = (minutes: number) => ({
  asked: { durationMinutes: minutes },
  sent: { ChatDurationInMinutes: minutes },
})

const displayName = (name: string) => ({
  asked: { displayName: name },
  sent: { ParticipantDetails: { DisplayName: name } },
})

const attributes = (key: string, value: string) => ({
  asked: { attributes: [{ key, value }] },
  sent: { Attributes: Object.fromEntries([[key, value]]) },
})

const flow = (flowId: string) => ({
  asked: { flowId },
  sent: { ContactFlowId: flowId },
  issues: [{ field: 'flow', code: 'flow-not-offered' }] as const,
})

const related = (contactId: string) => ({
  asked: { link: { type: 'related', contactId } },
  sent: { RelatedContactId: contactId },
})

const heavy = {
  asked: { ...attributes('own', 'x'.repeat(12_766)).asked, ...related('heavy').asked },
  sent: { ...attributes('own', 'x'.repeat(12_766)).sent, ...related('heavy').sent },
}

export const chatCases: MessageCases = {
  accepted: [
    { rule: 'A chat may last 60 minutes.', ...duration(60) },
    { rule: 'A chat may last 10,080 minutes, which are 7 days.', ...duration(10_080) },
    { rule: 'The customer may have a name of 256 characters in the chat.', ...displayName('é'.repeat(256)) },
    { rule: 'A chat may have attributes.', ...attributes('orderId', '42') },
    { rule: 'A chat may have attributes of 32,768 bytes.', ...attributes('k', 'x'.repeat(32_767)) },
    { rule: 'An attribute may be named __proto__.', ...attributes('__proto__', 'text') },
    { rule: 'A link is RelatedContactId alone.', ...related('call') },
    { rule: 'A chat may be related to an email.', ...related('email') },
  ],
  refused: [
    {
      rule: 'A chat lasts at least 60 minutes.',
      ...duration(59),
      issues: [{ field: 'duration', code: 'duration-too-short', actual: 59, limit: 60 }],
      connect: 400,
    },
    {
      rule: 'A chat lasts at most 10,080 minutes.',
      ...duration(10_081),
      issues: [{ field: 'duration', code: 'duration-too-long', actual: 10_081, limit: 10_080 }],
      connect: 400,
    },
    {
      rule: 'A chat lasts whole minutes.',
      ...duration(60.5),
      issues: [{ field: 'duration', code: 'duration-not-whole' }],
      connect: 400,
    },
    {
      rule: 'The customer’s name has at most 256 characters.',
      ...displayName('é'.repeat(257)),
      issues: [{ field: 'displayName', code: 'display-name-too-long', actual: 257, limit: 256 }],
      connect: 400,
    },
    {
      rule: 'An attribute key has no blank.',
      ...attributes('a b', ''),
      issues: [{ field: 'attributes.0.key', code: 'attribute-key-invalid' }],
      connect: 400,
    },
    {
      rule: 'A chat has at most 32,768 bytes of attributes.',
      ...attributes('kk', 'x'.repeat(32_767)),
      issues: [{ field: 'attributes', code: 'attributes-too-large', actual: 32_769, limit: 32_768 }],
      connect: 400,
    },
    {
      rule: 'Own attributes and those of the linked contact have 32,768 bytes together.',
      ...heavy,
      issues: [{ field: 'attributes', code: 'attributes-too-large', actual: 32_769, limit: 32_768 }],
      connect: 200,
      because:
        'AWS does not document whether a chat gets the attributes of its contact, so Tasklink counts them.',
    },
    { rule: 'A flow is published.', ...flow(demoFlows.saved.flowId), connect: 400 },
    { rule: 'A flow is not archived.', ...flow(demoFlows.archived.flowId), connect: 400 },
    { rule: 'A flow is one in which contacts start.', ...flow(demoFlows.agentWhisper.flowId), connect: 400 },
    { rule: 'A flow is one of the instance.', ...flow('unknown'), connect: 404 },
    {
      rule: 'A message needs a flow.',
      ...flow(''),
      issues: [{ field: 'flow', code: 'flow-missing' }],
      connect: 400,
    },
    {
      rule: 'The agent confirms that the customer agreed.',
      asked: { consent: undefined },
      sent: {},
      issues: [{ field: 'consent', code: 'consent-missing' }],
      connect: 200,
      because: 'Connect has no member for it.',
    },
  ],
  instance: [
    {
      rule: 'A message must not be linked to the contact of another agent.',
      ...related('bens'),
      code: 'not-your-contact',
      connect: 200,
      because: 'Connect knows the proxy’s role only, not the agent behind it.',
    },
    {
      rule: 'A message must not be linked to a contact that does not exist.',
      ...related('gone'),
      code: 'not-your-contact',
      connect: 404,
    },
  ],
}
