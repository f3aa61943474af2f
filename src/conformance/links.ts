import type { ConformanceCases } from './conformance-case.ts'

const related = (contactId: string) => ({
  asked: { link: { type: 'related', contactId } },
  sent: { RelatedContactId: contactId },
})

const previous = (contactId: string) => ({
  asked: { link: { type: 'previous', contactId } },
  sent: { PreviousContactId: contactId },
})

const both = { RelatedContactId: 'call', PreviousContactId: 'call' }

export const linkCases: ConformanceCases = {
  accepted: [
    { rule: 'A related link is RelatedContactId alone.', ...related('call') },
    { rule: 'A continuation is PreviousContactId alone.', ...previous('call') },
    { rule: 'A task may be related to an email.', ...related('email') },
  ],
  refused: [
    {
      rule: 'A task must not continue an email.',
      ...previous('email'),
      issues: [{ field: 'link', code: 'link-previous-not-for-email' }],
      connect: 400,
    },
  ],
  malformed: [
    {
      rule: 'A task has one link, not two contacts in it.',
      asked: { link: { type: 'related', contactId: 'call', previousContactId: 'call' } },
      sent: both,
      detail: 'There are members in link that the schema does not have.',
      connect: 400,
    },
    {
      rule: 'A task has one link, not a list.',
      asked: { link: [{ type: 'related', contactId: 'call' }] },
      sent: both,
      detail: 'Expected object at link.',
      connect: 400,
    },
    {
      rule: 'A request must not use Connect’s own member names for a link.',
      asked: both,
      sent: both,
      detail: 'There are members in the body that the schema does not have.',
      connect: 400,
    },
    {
      rule: 'A link must name a contact.',
      ...related(''),
      detail: 'Expected at least 1 in link.contactId.',
      connect: 400,
    },
    {
      rule: 'A contact id has at most 256 characters.',
      ...previous('c'.repeat(257)),
      detail: 'Expected at most 256 in link.contactId.',
      connect: 400,
    },
  ],
  instance: [
    {
      rule: 'A task must not be linked to the contact of another agent.',
      ...related('bens'),
      code: 'not-your-contact',
      connect: 200,
      because: 'Connect knows the proxy’s role only, not the agent behind it.',
    },
    {
      rule: 'A task must not be linked to a contact that does not exist.',
      ...previous('gone'),
      code: 'not-your-contact',
      connect: 404,
    },
  ],
}
