import * as z from 'zod/mini'
import { fieldRulesSchema } from '../../contract/rules/field-rules.ts'
import { memberName } from '../../contract/parsing/member-name.ts'
import { mistakeWords } from '../../contract/parsing/mistake-words.ts'
import type { FieldRules } from '../../core/task/task-parts.ts'

export type HostFieldsReading =
  | { readonly ok: true; readonly fields: FieldRules }
  /** For the developer of the host: which member is wrong and what it must be. */
  | { readonly ok: false; readonly reason: string }

const messageSchema = z.strictObject({ fields: fieldRulesSchema })

/** Reads the field rules in a host's message, or says what is wrong with them. */
export function readHostFields(message: unknown): HostFieldsReading {
  const parsed = messageSchema.safeParse(message)
  if (parsed.success) return { ok: true, fields: parsed.data.fields }
  const [issue] = parsed.error.issues
  return { ok: false, reason: issue ? `${memberName(issue.path)} ${mistakeWords(issue)}.` : 'It is wrong.' }
}
