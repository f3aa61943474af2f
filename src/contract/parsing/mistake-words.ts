import { shortened } from '../../core/text/text.ts'
import type * as z from 'zod/mini'

const typeNames: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  record: 'an object',
  string: 'a text',
}

const ruleWords: Readonly<Record<string, string>> = {
  'host-malformed':
    'must be a host in lower case, without https://, port or path: shop.example.com, or *.example.com for all below it',
  'extension-malformed': 'must be the extension of a file in lower case and without its dot, such as pdf',
  'is-arn': 'is an ARN: give the id alone, which is its last part',
  'pointer-malformed':
    'begins with a slash, so it is a JSON Pointer: ~ must be followed by 0 (for a tilde) or 1 (for a slash)',
  'withheld-without-value': 'is needed and kept from the agent: give it a default, or do not lock or hide it',
  'not-among-allowed': 'is not among the types or hosts that stand beside it',
  'default-never-shown':
    'is an instant, which no field can show: hide the reference, or leave its default out',
  'form-only-for-text': 'is only for references of the type STRING: leave it out, or change the type',
  'placeholder-unknown':
    'has a placeholder that there is not: write {customer}, {channel} or {attribute:key}, and a brace that is only a text twice',
  'time-malformed': 'must be a time of the day from 00:00 to 23:59',
  repeated: 'stands there twice: leave one out',
  'nothing-to-send-from':
    'leaves no number to send from: name one, or leave it out for all that Connect has for SMS',
  'nothing-to-send': 'leaves nothing to send: give texts or templates, or allow free text',
  'no-flow': 'leaves no flow for the answers: name one, or leave it out for all flows that tasks may go to',
  'whatsapp-without-template':
    'has WhatsApp, which takes only templates: give one of the channel whatsapp in templates',
  'template-without-sender': 'has no sender of its channel: give one in senders',
  'preview-value-unknown':
    'has a {{name}} that is not among the attributes of its template: write each as it stands there',
  'text-broken':
    'must fit into an SMS: 1 to 1,024 characters, 630 if one of them is beyond GSM-7, something to see, and no half of an emoji',
  'display-name-broken': 'must have 1 to 256 characters that can be seen, all of them Unicode',
  'recipients-empty': 'allows no number: give countries or prefixes, or write linked-contact',
  'country-unknown': 'must be a country with telephone numbers, as the two letters of ISO 3166: GB, not UK',
  'prefix-malformed': 'must be the first digits of numbers in E.164, such as +4979',
  'content-type-malformed': 'must be a content type in lower case, such as text/markdown',
  'quiet-never-ends': 'must be another time than from: the two the same would be no hour or every hour',
  'zone-to-assume-missing': 'needs timeZone, the zone that customers are taken to be in',
  'zone-unknown': 'must be the IANA name of a time zone, such as Europe/Berlin',
  'attribute-key-malformed': 'must be the key of an attribute: letters without accents, digits, - and _',
  'name-begins-or-ends-blank': 'must not begin or end with a blank',
}

/** UTF-16 units of names that a message repeats. */
const namesUnitLimit = 200

/** Names of members that are unknown, as many as fit into a message. */
export const unknownMembers = (names: readonly string[]): string =>
  shortened(names.slice(0, namesUnitLimit).join(', '), namesUnitLimit)

/** The mistake of a member in words, for the author of the rules. It follows the member's name and repeats no value. */
export function mistakeWords(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `must not have the member ${unknownMembers(issue.keys)}`
    case 'invalid_type':
      return `must be ${typeNames[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`
    case 'invalid_union':
      return 'must be one of the shapes that are allowed here'
    case 'too_small':
      // The smallest size that a schema of ours asks of a list or text is 1.
      return issue.origin === 'string' || issue.origin === 'array'
        ? 'must not be empty'
        : `must be ${String(issue.minimum)} at the least`
    case 'too_big':
      if (issue.origin === 'array') return `must not have more than ${String(issue.maximum)} members`
      return issue.origin === 'string'
        ? `must not be longer than ${String(issue.maximum)} characters`
        : `must be ${String(issue.maximum)} at the most`
    case 'custom':
      return ruleWords[issue.message] ?? `must be what Amazon Connect takes (${issue.message})`
    default:
      return ruleWords[issue.message] ?? 'is not written as it must be'
  }
}
