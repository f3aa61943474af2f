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
      // Of lists and texts nothing more is ever asked.
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
