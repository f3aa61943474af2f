import { demoFlows, demoQuickConnects } from '../simulators/connect/state/demo-seed.ts'
import type { ConformanceCases } from './conformance-case.ts'

const toFlow = (flowId: string) => ({
  asked: { destination: { type: 'flow', flowId } },
  sent: { ContactFlowId: flowId },
})

const toQuickConnect = (quickConnectId: string) => ({
  asked: { destination: { type: 'quickConnect', quickConnectId } },
  sent: { ContactFlowId: undefined, QuickConnectId: quickConnectId },
})

const { callbackRequests, saved, archived, agentWhisper, queueTransfer } = demoFlows
const { ben, billing, headOffice, survey } = demoQuickConnects

const gone = { code: 'destination-gone', connect: 400 } as const

export const destinationCases: ConformanceCases = {
  accepted: [
    { rule: 'A task may go to a flow.', ...toFlow(callbackRequests.flowId) },
    { rule: 'A task may go to a person by quick connect.', ...toQuickConnect(ben.quickConnectId) },
    { rule: 'A task may go to a queue by quick connect.', ...toQuickConnect(billing.quickConnectId) },
  ],
  malformed: [
    {
      rule: 'A task must have a destination.',
      asked: { destination: undefined },
      sent: { ContactFlowId: undefined },
      detail: 'Expected object at destination.',
      connect: 400,
    },
    {
      rule: 'A task has one destination, not a flow and a quick connect.',
      asked: {
        destination: {
          type: 'flow',
          flowId: callbackRequests.flowId,
          quickConnectId: ben.quickConnectId,
        },
      },
      sent: { QuickConnectId: ben.quickConnectId },
      detail: 'There are members in destination that the schema does not have.',
      connect: 400,
    },
    {
      rule: 'A task has one destination, not a flow and a template.',
      asked: { taskTemplateId: 'template' },
      sent: { TaskTemplateId: 'template' },
      detail: 'There are members in the body that the schema does not have.',
      connect: 400,
    },
    {
      rule: 'A flow must be named.',
      ...toFlow(''),
      detail: 'Expected at least 1 in destination.flowId.',
      connect: 400,
    },
    {
      rule: 'A flow id has at most 500 characters.',
      ...toFlow('f'.repeat(501)),
      detail: 'Expected at most 500 in destination.flowId.',
      connect: 400,
    },
    {
      rule: 'A quick connect must be named.',
      ...toQuickConnect(''),
      detail: 'Expected at least 1 in destination.quickConnectId.',
      connect: 400,
    },
  ],
  instance: [
    { rule: 'A flow must be published.', ...toFlow(saved.flowId), ...gone },
    { rule: 'A flow must be active.', ...toFlow(archived.flowId), ...gone },
    { rule: 'A task must not start in a whisper flow.', ...toFlow(agentWhisper.flowId), ...gone },
    { rule: 'A task must not start in a transfer flow.', ...toFlow(queueTransfer.flowId), ...gone },
    {
      rule: 'A quick connect must not be a phone number.',
      ...toQuickConnect(headOffice.quickConnectId),
      ...gone,
    },
    { rule: 'A quick connect must not be a flow.', ...toQuickConnect(survey.quickConnectId), ...gone },
    { rule: 'A flow must exist.', ...toFlow('unknown'), ...gone, connect: 404 },
    {
      rule: 'A template must exist.',
      asked: { destination: { type: 'template', templateId: 'template' } },
      sent: { ContactFlowId: undefined, TaskTemplateId: 'template' },
      ...gone,
      connect: 404,
    },
    { rule: 'A quick connect must exist.', ...toQuickConnect('unknown'), ...gone, connect: 404 },
  ],
}
