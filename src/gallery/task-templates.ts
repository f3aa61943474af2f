import type { TaskTemplate } from '../core/templates/template.ts'

/** A template with each type of field, and one type that does not exist yet. */
export const refundTemplate: TaskTemplate = {
  templateId: 'refund',
  name: 'Refund request',
  description: 'For refunds above 50 euros. A supervisor approves them.',
  hasFlow: true,
  canSelfAssign: true,
  revision: 'r1',
  fields: [
    { name: 'Task name', type: 'NAME', isRequired: true, default: 'Approve a refund' },
    { name: 'Task description', type: 'DESCRIPTION' },
    { name: 'Order', type: 'URL', isRequired: true, description: 'The page of the order in the shop' },
    { name: 'Amount in euros', type: 'NUMBER', isRequired: true },
    { name: 'Reason', type: 'SINGLE_SELECT', isRequired: true, options: ['Damaged', 'Late', 'Other'] },
    { name: 'What the customer says', type: 'TEXT_AREA' },
    { name: 'Voucher code', type: 'TEXT' },
    { name: 'Customer agrees to a voucher', type: 'BOOLEAN', isRequired: true },
    { name: 'Call again allowed', type: 'BOOLEAN' },
    { name: 'Answer by', type: 'DATE_TIME' },
    { name: 'Copy to', type: 'EMAIL' },
    { name: 'Team', type: 'TEXT', isReadOnly: true, default: 'Back office' },
    { name: 'Channel code', type: 'TEXT', isInvisible: true, default: 'panel' },
    { name: 'Mood', type: 'STAR_RATING' },
    { name: 'Assign to me', type: 'SELF_ASSIGN' },
    { name: 'Starts at', type: 'SCHEDULED_TIME' },
    { name: 'Lives', type: 'EXPIRY_DURATION', default: '2880' },
  ],
}

/** A template without a flow, whose tasks go to a person or queue. */
export const complaintTemplate: TaskTemplate = {
  templateId: 'complaint',
  name: 'Complaint',
  hasFlow: false,
  canSelfAssign: false,
  revision: 'r1',
  fields: [
    { name: 'Task name', type: 'NAME', isRequired: true },
    { name: 'Order', type: 'TEXT' },
    { name: 'Reason', type: 'TEXT_AREA', isRequired: true },
    { name: 'Send to', type: 'QUICK_CONNECT', isRequired: true },
    { name: 'Assign to me', type: 'SELF_ASSIGN' },
  ],
}

/** A template with a required field of an unknown type. */
export const futureTemplate: TaskTemplate = {
  ...complaintTemplate,
  templateId: 'complaint',
  hasFlow: true,
  fields: [
    { name: 'Task name', type: 'NAME', isRequired: true },
    { name: 'Signature', type: 'SIGNATURE', isRequired: true },
  ],
}
