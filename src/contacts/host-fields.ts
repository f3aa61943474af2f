import * as z from 'zod/mini'
import { fieldRulesSchema } from '../contract/field-rules.ts'
import type { FieldRules } from '../core/field-rules.ts'
import { memberName } from './member-name.ts'

export type HostFieldsReading =
  | { readonly ok: true; readonly fields: FieldRules }
  /** Which member is wrong and what it must be, for the developer of the host. */
  | { readonly ok: false; readonly reason: string }

const toldSchema = z.strictObject({ fields: fieldRulesSchema })

/** Reads the field rules that a host says, or says what is wrong with them. */
export function readHostFields(told: unknown): HostFieldsReading {
  const parsed = toldSchema.safeParse(told)
  if (parsed.success) return { ok: true, fields: parsed.data.fields }
  const [issue] = parsed.error.issues
  return { ok: false, reason: issue ? `${memberName(issue.path)} ${complaint(issue)}.` : 'It is wrong.' }
}

function complaint(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `must not have the member ${issue.keys.join(', ')}`
    case 'invalid_type':
      return `must be ${typeNames[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`
    case 'invalid_union':
      return 'must be one of the shapes that FieldRules allows'
    case 'custom':
      return mistakeWords[issue.message] ?? `must be what Amazon Connect takes (${issue.message})`
    default:
      return 'must be as FieldRules says'
  }
}

const typeNames: Readonly<Record<string, string>> = {
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  string: 'a text',
}

const mistakeWords: Readonly<Record<string, string>> = {
  'nobody-can-fill-in': 'is needed and kept from the agent: give it a default, or do not lock or hide it',
  'default-never-shown':
    'is an instant, which no field can show: hide the reference, or leave its default out',
  'name-begins-or-ends-blank': 'must not begin or end with a blank',
}
