import * as z from 'zod/mini'
import { fieldRulesSchema } from '../../contract/field-rules.ts'
import { memberName } from '../../contract/member-name.ts'
import { mistakeWords } from '../../contract/mistake-words.ts'
import type { FieldRules } from '../../core/field-rules.ts'

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
  return { ok: false, reason: issue ? `${memberName(issue.path)} ${mistakeWords(issue)}.` : 'It is wrong.' }
}
