import type { CreatedMessages } from '../../messages/task-messages.ts'
import type { Counting } from '../counting.ts'
import { contactNoun } from '../names.ts'

const referenceForms = { one: 'reference', other: 'references' } as const
const fieldForms = { one: 'field of the form', other: 'fields of the form' } as const

export const createdWords = ({ counted }: Counting): CreatedMessages => ({
  created: 'Task created',
  scheduled: 'Task scheduled',
  forWhom: 'For',
  notListed: 'No longer in the list',
  now: 'Starts now',
  contactId: 'New contact ID',
  copy: 'Copy contact ID',
  openInConnect: 'Open in Amazon Connect',
  unlinked: 'Not linked to a contact',
  another: 'Create another task',
  alike: 'Copy to a new draft',
  linked: (contact, type) =>
    type === 'related' ? `Related to the ${contactNoun(contact)}` : `Continues the ${contactNoun(contact)}`,
  with: 'With',
  ends: 'Ends',
  contents: ({ hasDescription, references, attributes, files, isForm }) =>
    [
      ...(hasDescription ? ['description'] : []),
      ...(references === 0 ? [] : [counted(references, isForm ? fieldForms : referenceForms)]),
      ...(files === 0 ? [] : [counted(files, { one: 'file', other: 'files' })]),
      ...(attributes === 0 ? [] : [counted(attributes, { one: 'attribute', other: 'attributes' })]),
    ].join(', '),
})
