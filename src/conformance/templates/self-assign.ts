import { demoFlows, demoQuickConnects } from '../../simulators/connect/state/demo-seed.ts'
import { demoTemplates } from '../../simulators/connect/templates/demo-templates.ts'
import type { TaskTemplate } from '../../simulators/connect/templates/task-template.ts'
import type { ConformanceCases } from '../conformance-case.ts'
import { creator } from '../instance-at-noon.ts'
import { madeFrom } from './made-from.ts'

const { ownFollowUp, signature } = demoTemplates
const { ben } = demoQuickConnects

/** A task that Ana assigns to herself. */
const forOneself = (template: TaskTemplate, quickConnectId?: string) => {
  const place = { isSelfAssigned: true as const, ...(quickConnectId === undefined ? {} : { quickConnectId }) }
  const made = madeFrom(template, [], place)
  const assigned = { ...creator, 'connect:AssignmentType': { ValueString: 'SELF' } }
  return { ...made, sent: { ...made.sent, SegmentAttributes: assigned } }
}

export const selfAssignCases: ConformanceCases = {
  accepted: [
    { rule: 'A task from a template that allows it may go to the agent.', ...forOneself(ownFollowUp) },
    { rule: 'A template that allows it may also be used without it.', ...madeFrom(ownFollowUp) },
  ],
  refused: [
    {
      rule: 'The template must allow that a task goes to the agent.',
      ...forOneself(signature),
      issues: [
        { field: 'destination', code: 'self-assign-not-offered' },
        { field: 'references', code: 'reference-required', name: 'Document' },
      ],
      connect: 400,
    },
    {
      rule: 'A task goes to the agent or to a quick connect, not to both.',
      ...forOneself(ownFollowUp, ben.quickConnectId),
      issues: [{ field: 'destination', code: 'self-assign-with-quick-connect' }],
      connect: 400,
    },
  ],
  malformed: [
    {
      rule: 'Only a task from a template can go to the agent.',
      asked: {
        destination: { type: 'flow', flowId: demoFlows.callbackRequests.flowId, isSelfAssigned: true },
      },
      sent: { SegmentAttributes: { ...creator, 'connect:AssignmentType': { ValueString: 'SELF' } } },
      detail: 'There are members in destination that the schema does not have.',
      connect: 400,
    },
  ],
}
