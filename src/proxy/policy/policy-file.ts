import * as z from 'zod/mini'
import { fieldRulesSchema } from '../../contract/field-rules.ts'
import { memberName } from '../../contract/member-name.ts'
import { mistakeWords } from '../../contract/mistake-words.ts'
import { resourceIdLimit } from '../../core/fields/destination.ts'
import { scheduleHorizonDaysLimit } from '../../core/fields/schedule/horizon.ts'
import { isClaimName } from '../sign-in/claim.ts'
import { groupsFormats, isDestinationAllowed, type Policy, type PolicyFile } from './policies.ts'

/* `POLICY_FILE`, in which an administrator says what each agent may do. */

const name = z.string().check(z.minLength(1), z.maxLength(128))
const names = z.array(name).check(z.minLength(1))
/** An ARN is a common mistake, because Connect’s console and API show ARNs as often as ids. */
const id = z.string().check(
  z.minLength(1),
  z.maxLength(resourceIdLimit),
  z.refine((text) => !text.startsWith('arn:'), 'is-arn'),
)
const ids = z.array(id)

const membersSchema = z.strictObject({
  groups: z.exactOptional(names),
  securityProfiles: z.exactOptional(ids.check(z.minLength(1))),
})

const policySchema: z.ZodMiniType<Policy> = z.strictObject({
  name,
  for: z.exactOptional(membersSchema),
  flows: z.exactOptional(ids),
  quickConnects: z.exactOptional(ids),
  scheduleHorizonDays: z.exactOptional(z.int().check(z.minimum(1), z.maximum(scheduleHorizonDaysLimit))),
  fields: z.exactOptional(fieldRulesSchema),
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

/** Reads the whole file, or reports every mistake. `ceilingDays` is the limit of the deployment. */
export function readPolicyFile(text: string, ceilingDays: number): PolicyReading {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return { ok: false, mistakes: [`It is not JSON${placeOf(error, text)}.`] }
  }
  const parsed = fileSchema.safeParse(json)
  if (!parsed.success) {
    const mistakes = parsed.error.issues.map((issue) => `${memberName(issue.path)} ${mistakeWords(issue)}.`)
    return { ok: false, mistakes }
  }
  const mistakes = [
    ...formatWithoutClaim(parsed.data),
    ...contradictions(parsed.data),
    ...beyondCeiling(parsed.data, ceilingDays),
  ]
  return mistakes.length === 0 ? { ok: true, file: parsed.data } : { ok: false, mistakes }
}

/** The message of the JSON parser is not used, because it may quote the file. */
function placeOf(error: unknown, text: string): string {
  const [, position] = /position (\d+)/.exec(error instanceof Error ? error.message : '') ?? []
  if (position === undefined) return ''
  const lines = text.slice(0, Number(position)).split('\n')
  return ` (line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1})`
}

const formatWithoutClaim = ({ groupsClaim, groupsFormat }: PolicyFile): string[] =>
  groupsFormat !== undefined && groupsClaim === undefined
    ? ['groupsFormat needs groupsClaim: the claim of the token that it describes.']
    : []

function contradictions({ policies, groupsClaim }: PolicyFile): string[] {
  const seen = new Set<string>()
  return policies.flatMap((policy, index) => {
    const at = (...path: readonly PropertyKey[]) => memberName(['policies', index, ...path])
    const { groups, securityProfiles } = policy.for ?? {}
    const isRepeated = seen.has(policy.name)
    seen.add(policy.name)
    return [
      ...(isRepeated ? [`${at('name')} is another policy’s. Give each its own.`] : []),
      ...(groups && groupsClaim === undefined
        ? [`${at('for', 'groups')} needs groupsClaim: the claim of the token that holds an agent’s groups.`]
        : []),
      ...(policy.for && !groups && !securityProfiles
        ? [`${at('for')} names no agent: give groups or securityProfiles, or leave it out for every agent.`]
        : []),
      ...(!policy.for && index < policies.length - 1
        ? [
            `${at()} is for every agent, so the policies after it are never used. Put it last, or say which agents it is for.`,
          ]
        : []),
      ...(policy.flows?.length === 0 && policy.quickConnects?.length === 0
        ? [`${at()} leaves no flow and no quick connect, so no task could be created.`]
        : []),
      ...(isDefaultKept(policy)
        ? []
        : [
            `${at('fields', 'destination', 'default')} is not among the flows or quick connects of its policy.`,
          ]),
    ]
  })
}

function isDefaultKept(policy: Policy): boolean {
  const destination = policy.fields?.destination?.default
  return !destination || isDestinationAllowed(destination, policy)
}

const beyondCeiling = ({ policies }: PolicyFile, ceilingDays: number): string[] =>
  policies.flatMap(({ scheduleHorizonDays = 0 }, index) =>
    scheduleHorizonDays > ceilingDays
      ? [
          `${memberName(['policies', index, 'scheduleHorizonDays'])} is beyond the ${ceilingDays} days of SCHEDULE_HORIZON_DAYS, which a policy may only shorten.`,
        ]
      : [],
  )
