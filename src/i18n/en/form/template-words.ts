import type { TemplateMessages } from '../../messages/template-messages.ts'
import { phrase } from '../../phrase.ts'
import { namedIssueWords } from '../outcome/issue-words.ts'
import type { Counting } from '../counting.ts'

export const templateWords = ({ counted }: Counting): TemplateMessages => ({
  loading: 'The form is loading…',
  failed: 'The form could not be loaded.',
  unread: 'The form of this task has not been loaded yet. Press again when you see it.',
  goesTo: 'Who gets it?',
  goesToNone: 'Person or queue',
  choose: 'Choose…',
  assignToMe: 'Assign to me',
  assignedToMe: 'This task goes to you.',
  selfImpossible: 'You cannot assign tasks of this form to yourself. Your administrator can change that.',
  yes: 'Yes',
  no: 'No',
  notSet: 'Not set',
  notListed: (name) => phrase`${name} (no longer offered)`,
  unfillable: (name) => phrase`“${name}” cannot be filled in here.`,
  unfillableRequired: namedIssueWords['template-field-unknown'],
  unfit: (count) =>
    counted(count, { one: 'value does not fit this form', other: 'values do not fit this form' }),
  unfitMeans: 'They stay in the draft and are not sent. Choose the previous form to get them back.',
  unfitValue: (name, value) => phrase`${name}: ${value}`,
  copyUnfit: 'Copy',
  removeUnfit: 'Remove',
})
