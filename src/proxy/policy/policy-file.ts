import * as z from 'zod/mini'
import { messagesRuleSchema } from '../../contract/messages/messages-rule.ts'
import { connectId } from '../../contract/rules/connect-id.ts'
import { fieldRulesSchema } from '../../contract/rules/field-rules.ts'
import { memberName } from '../../contract/parsing/member-name.ts'
import { mistakeWords } from '../../contract/parsing/mistake-words.ts'
import { presetsSchema } from '../../contract/rules/presets.ts'
import { permissionSchemas } from '../../contract/rules/permissions.ts'
import { scheduleHorizonDaysLimit } from '../../core/fields/schedule/horizon.ts'
import { isClaimName } from '../sign-in/claim.ts'
import { readJson } from './json-syntax.ts'
import { groupsFormats, type Policy, type PolicyFile } from './policies.ts'
import type { Contradiction } from './contradiction.ts'
import { contradictionsIn, type Deployment } from './policy-contradictions.ts'
import { withoutMistakes } from './without-mistakes.ts'

/* `POLICY_FILE`, in which an administrator says what each agent may do. */

const name = z.string().check(z.minLength(1), z.maxLength(128))
const names = z.array(name).check(z.minLength(1))
const ids = z.array(connectId)

const membersSchema = z.strictObject({
  groups: z.exactOptional(names),
  securityProfiles: z.exactOptional(ids.check(z.minLength(1))),
})

const policySchema: z.ZodMiniType<Policy> = z.strictObject({
  name,
  for: z.exactOptional(membersSchema),
  flows: z.exactOptional(ids),
  quickConnects: z.exactOptional(ids),
  templates: z.exactOptional(ids),
  requireTemplate: z.exactOptional(z.boolean()),
  scheduleHorizonDays: z.exactOptional(z.int().check(z.minimum(1), z.maximum(scheduleHorizonDaysLimit))),
  undo: z.exactOptional(permissionSchemas.undo),
  reschedule: z.exactOptional(permissionSchemas.reschedule),
  showColleaguesTasks: z.exactOptional(permissionSchemas.showColleaguesTasks),
  keepInBrowser: z.exactOptional(permissionSchemas.keepInBrowser),
  fields: z.exactOptional(fieldRulesSchema),
  presets: z.exactOptional(presetsSchema),
  messages: z.exactOptional(messagesRuleSchema),
})

const fileSchema: z.ZodMiniType<PolicyFile> = z.strictObject({
  /** For editors. */
  $schema: z.exactOptional(z.string()),
  groupsClaim: z.exactOptional(name.check(z.refine(isClaimName, 'pointer-malformed'))),
  groupsFormat: z.exactOptional(z.enum(groupsFormats)),
  policies: z.array(policySchema).check(z.minLength(1)),
})

/** The shape of the file as JSON Schema, for editors. Rules across several members are only in `readPolicyFile`. */
export const policyFileJsonSchema = z.toJSONSchema(fileSchema)

export type PolicyReading =
  | { readonly ok: true; readonly file: PolicyFile }
  /** Each mistake is a sentence that begins with the path of a member. */
  | { readonly ok: false; readonly mistakes: readonly string[] }

/** A mistake that the schema finds only after others are out of the way can hide one more. */
const roundsLimit = 4

interface SchemaReading {
  readonly issues: readonly z.core.$ZodIssue[]
  /** The members that are right. Undefined if too little is. */
  readonly rest: PolicyFile | undefined
}

/** Parses the file, and again without its mistakes, because the schema does not compare members beside a wrong one. */
function parseFile(json: unknown, known: readonly z.core.$ZodIssue[] = [], rounds = 1): SchemaReading {
  const parsed = fileSchema.safeParse(json)
  if (parsed.success) return { issues: known, rest: parsed.data }
  const found = parsed.error.issues.filter(({ path }) => !known.some((issue) => touches(issue, [path])))
  const issues = [...known, ...found]
  if (rounds === roundsLimit) return { issues, rest: undefined }
  return parseFile(withoutMistakes(json, parsed.error.issues), issues, rounds + 1)
}

/** True if this issue makes one of these members unknown. A member that there is not makes no other one unknown. */
const touches = ({ path, code }: z.core.$ZodIssue, members: Contradiction['reliesOn']): boolean =>
  members.some((member) => {
    const isAbove = code !== 'unrecognized_keys' && path.every((part, index) => part === member[index])
    return isAbove || member.every((part, index) => part === path[index])
  })

/** Reads the whole file, or reports every mistake. */
export function readPolicyFile(text: string, deployment: Deployment): PolicyReading {
  const reading = readJson(text.replace(/^\uFEFF/, ''))
  if (!reading.ok) return reading
  const { issues, rest } = parseFile(reading.json)
  const contradictions = (rest ? contradictionsIn(rest, deployment) : []).filter(
    ({ reliesOn }) => !issues.some((issue) => touches(issue, reliesOn)),
  )
  const mistakes = [
    ...issues.map((issue) => `${memberName(issue.path)} ${mistakeWords(issue)}.`),
    ...contradictions.map(({ sentence }) => sentence),
  ]
  return rest && mistakes.length === 0 ? { ok: true, file: rest } : { ok: false, mistakes }
}
