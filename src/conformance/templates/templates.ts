import { demoFlows, demoQuickConnects } from '../../simulators/connect/state/demo-seed.ts'
import { demoTemplates } from '../../simulators/connect/templates/demo-templates.ts'
import type { ConformanceCases } from '../conformance-case.ts'
import { livingFor } from '../schedule.ts'
import { madeFrom } from './made-from.ts'

const { refund, callback, addressChange, complaint, colleague } = demoTemplates
const { signature, identityCheck, faxOrder } = demoTemplates
const { ben, billing, headOffice } = demoQuickConnects

const amount = ['Amount', 'NUMBER', '15'] as const
const reason = ['Reason', 'STRING', 'Damaged'] as const
const question = ['Question', 'STRING', 'Who knows this customer?'] as const
const document = ['Document', 'STRING', 'Contract'] as const
const fax = ['Fax number', 'STRING', '+12065550100'] as const

const fixedName = 'Change the customer’s address'

/** A change of address with some of the values that the template fixes; the proxy sends all of them. */
const movedWith = (name: string, ...rows: readonly (readonly [name: string, value: string])[]) => ({
  template: addressChange,
  asked: {
    name,
    destination: { type: 'template', templateId: addressChange.templateId },
    references: [
      { name: 'New address', type: 'STRING', value: '1 Main Street' },
      { name: 'Valid from', type: 'DATE', value: '2026-10-01T12:00:00Z' },
      ...rows.map(([field, value]) => ({ name: field, type: 'STRING', value })),
    ],
  },
  sent: {
    Name: name,
    ContactFlowId: undefined,
    TaskTemplateId: addressChange.templateId,
    References: {
      'New address': { Type: 'STRING', Value: '1 Main Street' },
      'Valid from': { Type: 'DATE', Value: '1790856000' },
      Process: { Type: 'STRING', Value: 'ADDR-7' },
      'Cost centre': { Type: 'STRING', Value: 'CC-4410' },
      ...Object.fromEntries(rows.map(([field, Value]) => [field, { Type: 'STRING' as const, Value }])),
    },
  } satisfies Sent,
})

type Sent = NonNullable<ConformanceCases['accepted']>[number]['sent']

/** A complaint that closes after `minutes`, which its template requires. */
function complained(minutes: number) {
  const made = madeFrom(complaint, [
    ['Severity', 'STRING', '2'],
    ['Wants an answer', 'STRING', 'true'],
  ])
  const description = 'The parcel was open'
  return {
    ...made,
    asked: { ...made.asked, description, expiryMinutes: minutes },
    sent: { ...made.sent, Description: description, SegmentAttributes: livingFor(minutes) },
  }
}

const gone = { code: 'destination-gone', connect: 404 } as const

const toColleague = (quickConnectId: string) => madeFrom(colleague, [question], { quickConnectId })

export const templateCases: ConformanceCases = {
  accepted: [
    { rule: 'A task may be made from a template with a flow.', ...madeFrom(refund, [amount, reason]) },
    { rule: 'A template without a flow goes with a person.', ...toColleague(ben.quickConnectId) },
    { rule: 'A template without a flow goes with a queue.', ...toColleague(billing.quickConnectId) },
    { rule: 'The values that a template fixes are added.', ...movedWith(fixedName) },
    {
      rule: 'The values that a template fixes may be asked for.',
      ...movedWith(fixedName, ['Process', 'ADDR-7'], ['Cost centre', 'CC-4410']),
    },
    { rule: 'A task lives as long as the template’s field says.', ...complained(2_880) },
    {
      rule: 'A field of a future type may stay empty if it is not required.',
      ...madeFrom(signature, [document]),
    },
  ],
  refused: [
    {
      rule: 'A template with a flow takes no quick connect.',
      ...madeFrom(refund, [amount, reason], { quickConnectId: ben.quickConnectId }),
      issues: [{ field: 'destination', code: 'template-has-flow' }],
      connect: 400,
    },
    {
      rule: 'A template without a flow must go with a quick connect.',
      ...madeFrom(colleague, [question]),
      issues: [{ field: 'destination', code: 'template-needs-quick-connect' }],
      connect: 400,
    },
    {
      rule: 'A required field must have a value.',
      ...madeFrom(refund, [amount]),
      issues: [{ field: 'references', code: 'reference-required', name: 'Reason' }],
      connect: 400,
    },
    {
      rule: 'A required schedule must have a value.',
      ...madeFrom(callback, [['Phone number', 'STRING', '+12065550142']]),
      issues: [{ field: 'scheduledTime', code: 'field-required' }],
      connect: 400,
    },
    {
      rule: 'A field has its own type.',
      ...madeFrom(refund, [['Amount', 'STRING', '15'], reason]),
      issues: [{ field: 'references.0.value', code: 'field-locked' }],
      connect: 400,
    },
    {
      rule: 'A field of options takes one of them.',
      ...madeFrom(refund, [amount, ['Reason', 'STRING', 'Lost']]),
      issues: [{ field: 'references.1.value', code: 'reference-option-unknown' }],
      connect: 400,
    },
    {
      rule: 'A field of yes or no takes true or false.',
      ...madeFrom(refund, [amount, reason, ['Approved by manager', 'STRING', 'yes']]),
      issues: [{ field: 'references.2.value', code: 'reference-boolean-invalid' }],
      connect: 400,
    },
    {
      rule: 'A field of text has fewer than 512 characters.',
      ...madeFrom(signature, [['Document', 'STRING', 'x'.repeat(512)]]),
      issues: [{ field: 'references.0.value', code: 'reference-text-too-long', actual: 512, limit: 511 }],
      connect: 400,
    },
    {
      rule: 'A read-only field keeps its value.',
      ...movedWith(fixedName, ['Process', 'ADDR-8']),
      issues: [{ field: 'references.2.value', code: 'field-locked' }],
      connect: 400,
    },
    {
      rule: 'An invisible field keeps its value.',
      ...movedWith(fixedName, ['Cost centre', 'CC-1']),
      issues: [{ field: 'references.2.value', code: 'field-locked' }],
      connect: 400,
    },
    {
      rule: 'A read-only name keeps its value.',
      ...movedWith('Move'),
      issues: [{ field: 'name', code: 'field-locked' }],
      connect: 400,
    },
    {
      rule: 'A required field of a future type cannot be filled in.',
      ...madeFrom(identityCheck),
      issues: [{ field: 'destination', code: 'template-field-unknown', name: 'Photo of the document' }],
      connect: 400,
    },
    {
      rule: 'A reference must be a field of the template.',
      ...madeFrom(refund, [amount, reason, ['Order', 'STRING', '42']]),
      issues: [{ field: 'references.2.name', code: 'reference-not-allowed' }],
      connect: 200,
      because: 'Connect documents no rule against further references; agents see only the template’s fields.',
    },
  ],
  malformed: [
    {
      rule: 'A template must be named.',
      asked: { destination: { type: 'template', templateId: '' } },
      sent: { ContactFlowId: undefined, TaskTemplateId: '' },
      detail: 'Expected at least 1 in destination.templateId.',
      connect: 400,
    },
    {
      rule: 'A task goes to a flow or is made from a template, not both.',
      asked: {
        destination: {
          type: 'template',
          templateId: refund.templateId,
          flowId: demoFlows.callbackRequests.flowId,
        },
      },
      sent: { TaskTemplateId: refund.templateId },
      detail: 'There are members in destination that the schema does not have.',
      connect: 400,
    },
  ],
  instance: [
    {
      rule: 'A template must be active.',
      ...madeFrom(faxOrder, [fax]),
      ...gone,
      connect: 400,
    },
    {
      rule: 'A template must exist.',
      ...madeFrom({ ...refund, templateId: 'unknown' }, [amount, reason]),
      ...gone,
    },
    {
      rule: 'The quick connect of a template must exist.',
      ...toColleague('unknown'),
      ...gone,
    },
    {
      rule: 'The quick connect of a template must not be a phone number.',
      ...toColleague(headOffice.quickConnectId),
      ...gone,
      connect: 400,
    },
  ],
}
