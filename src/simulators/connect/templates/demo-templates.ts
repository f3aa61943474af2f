import { entityId } from '../../instance/entity-id.ts'
import { instanceQuickConnects } from '../../instance/quick-connects.ts'
import { instanceFlows } from '../state/demo-flows.ts'
import { claimFields } from './claim-fields.ts'
import type { TaskTemplate, TemplateField } from './task-template.ts'

type Settings = Partial<Pick<TaskTemplate, 'description' | 'status' | 'flowId' | 'selfAssignFlowId'>>

const publishedAt = Date.UTC(2026, 0, 15, 9)

const template = (
  number: number,
  name: string,
  fields: readonly TemplateField[],
  settings: Settings,
): TaskTemplate => ({
  templateId: entityId('7a5c7e3b-10aa', number),
  name,
  status: 'ACTIVE',
  ...settings,
  fields,
  version: 1,
  createdAt: publishedAt,
  modifiedAt: publishedAt,
})

// "The field of type NAME must be included in RequiredFields" (Connect API, `TaskTemplateConstraints`).
const taskName: TemplateField = { name: 'Task name', type: 'NAME', isRequired: true }

const { callbackRequests, refundApprovals, documentChase, complaintFollowUp } = instanceFlows

/** Together these templates have each type of field, each constraint, default values and lists of options. */
export const demoTemplates = {
  refund: template(
    1,
    'Refund request',
    [
      taskName,
      { name: 'Notes', type: 'DESCRIPTION' },
      { name: 'Amount', type: 'NUMBER', isRequired: true, description: 'In the currency of the order' },
      {
        name: 'Reason',
        type: 'SINGLE_SELECT',
        isRequired: true,
        options: ['Damaged', 'Too late', 'Not as described', 'Changed mind'],
      },
      { name: 'Order page', type: 'URL' },
      { name: 'Approved by manager', type: 'BOOLEAN', default: 'false' },
    ],
    { description: 'Money back to a customer', flowId: refundApprovals.flowId },
  ),
  callback: template(
    2,
    'Customer callback',
    [
      { ...taskName, default: 'Call the customer back' },
      { name: 'Call at', type: 'SCHEDULED_TIME', isRequired: true },
      { name: 'Phone number', type: 'TEXT', isRequired: true },
      { name: 'Customer’s email', type: 'EMAIL' },
      { name: 'Not later than', type: 'DATE_TIME' },
    ],
    { flowId: callbackRequests.flowId },
  ),
  addressChange: template(
    3,
    'Change of address',
    [
      { ...taskName, isReadOnly: true, default: 'Change the customer’s address' },
      { name: 'New address', type: 'TEXT_AREA', isRequired: true, description: 'As on an envelope' },
      { name: 'Valid from', type: 'DATE_TIME', isRequired: true },
      { name: 'Process', type: 'TEXT', isReadOnly: true, default: 'ADDR-7' },
      { name: 'Cost centre', type: 'TEXT', isInvisible: true, default: 'CC-4410' },
    ],
    { description: 'Moves the customer to a new address', flowId: documentChase.flowId },
  ),
  ownFollowUp: template(
    4,
    'My follow-up',
    [
      taskName,
      { name: 'Details', type: 'DESCRIPTION' },
      { name: 'Assign to me', type: 'SELF_ASSIGN' },
      { name: 'When', type: 'SCHEDULED_TIME' },
      { name: 'Priority', type: 'SINGLE_SELECT', default: 'Normal', options: ['Low', 'Normal', 'High'] },
    ],
    { flowId: callbackRequests.flowId, selfAssignFlowId: complaintFollowUp.flowId },
  ),
  complaint: template(
    5,
    'Complaint',
    [
      taskName,
      { name: 'What happened', type: 'DESCRIPTION', isRequired: true },
      { name: 'Close after', type: 'EXPIRY_DURATION', isRequired: true, default: '4320' },
      { name: 'Severity', type: 'SINGLE_SELECT', isRequired: true, options: ['1', '2', '3'] },
      { name: 'Wants an answer', type: 'BOOLEAN', isRequired: true },
    ],
    { flowId: complaintFollowUp.flowId },
  ),
  colleague: template(
    6,
    'Question for a colleague',
    [
      taskName,
      { name: 'Colleague or queue', type: 'QUICK_CONNECT', isRequired: true },
      { name: 'Question', type: 'TEXT_AREA', isRequired: true },
    ],
    { description: 'Has no flow: goes to a person or a queue' },
  ),
  signature: template(
    7,
    'Signed document',
    [
      taskName,
      { name: 'Document', type: 'TEXT', isRequired: true },
      // A type that Connect does not have yet.
      { name: 'Customer’s signature', type: 'SIGNATURE' },
    ],
    { flowId: documentChase.flowId },
  ),
  identityCheck: template(
    8,
    'Identity check',
    [taskName, { name: 'Photo of the document', type: 'IDENTITY_DOCUMENT', isRequired: true }],
    { flowId: documentChase.flowId },
  ),
  faxOrder: template(9, 'Fax order', [taskName, { name: 'Fax number', type: 'TEXT', isRequired: true }], {
    status: 'INACTIVE',
    flowId: callbackRequests.flowId,
  }),
  warranty: template(
    10,
    'Warranty claim',
    [
      taskName,
      { name: 'Product', type: 'TEXT', isRequired: true },
      { name: 'Bought on', type: 'DATE_TIME' },
      { name: 'Open for', type: 'EXPIRY_DURATION', isReadOnly: true, default: '20160' },
      { name: 'Level', type: 'NUMBER', isReadOnly: true, default: '2' },
      { name: 'Manual', type: 'URL', isReadOnly: true, default: 'https://manuals.example.com/warranty' },
      { name: 'Desk', type: 'EMAIL', isInvisible: true, default: 'warranty@example.com' },
      { name: 'Extended', type: 'BOOLEAN', isInvisible: true, default: 'false' },
      {
        name: 'Channel',
        type: 'SINGLE_SELECT',
        isReadOnly: true,
        default: 'Phone',
        options: ['Phone', 'Shop'],
      },
    ],
    { flowId: refundApprovals.flowId },
  ),
  claim: template(11, 'Insurance claim', [taskName, ...claimFields], {
    description: 'Has 50 fields, as many as Connect allows',
    flowId: documentChase.flowId,
  }),
  reklamation: template(
    12,
    'Reklamation (Möbelhaus)',
    [
      { name: 'Aufgabe', type: 'NAME', isRequired: true },
      { name: 'Hinweis', type: 'DESCRIPTION', isReadOnly: true, default: 'Bitte binnen 48 Stunden.' },
      {
        name: 'Zuständig',
        type: 'QUICK_CONNECT',
        isRequired: true,
        default: instanceQuickConnects.backOffice.quickConnectId,
      },
      { name: 'Größe (m²)', type: 'NUMBER' },
      { name: 'Mängel', type: 'SINGLE_SELECT', options: ['Kratzer', 'Beule, groß', 'Sonstiges'] },
      // Legal names that are also members of JavaScript objects.
      { name: 'constructor', type: 'TEXT' },
      { name: '__proto__', type: 'TEXT' },
    ],
    {},
  ),
} as const satisfies Record<string, TaskTemplate>
