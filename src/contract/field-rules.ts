import * as z from 'zod/mini'
import { attributesByteLimit, referencesByteLimit, resourceIdLimit } from '../core/limits.ts'
import { hostNameByteLimit } from '../core/web-address.ts'
import { bounded } from './bounded.ts'
import { fieldRulesMistakes } from '../core/field-rules-mistakes.ts'
import type { FieldRules } from '../core/field-rules.ts'
import { linkTypes } from '../core/fields/link.ts'
import { referenceTypes } from '../core/fields/reference-types.ts'

const flag = z.exactOptional(z.boolean())
const listFlags = { isLocked: flag, isHidden: flag }
const flags = { isRequired: flag, ...listFlags }

const resourceId = z.string().check(z.minLength(1), z.maxLength(resourceIdLimit))

const ruleFor = <Value extends z.core.SomeType>(value: Value) =>
  z.strictObject({ default: z.exactOptional(value), ...flags })

/** Lower case, as addresses are compared; other scripts as browsers write them: `xn--…`. */
const urlHost = z
  .string()
  .check(
    z.maxLength('*.'.length + hostNameByteLimit, { abort: true }),
    z.regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/, 'host-malformed'),
  )

/** Each URL of a task is held against each of them. */
const urlHostsLimit = 1_000

const textRule = ruleFor(z.string())

/** Their shape alone. */
export const fieldRulesShape: z.ZodMiniType<FieldRules> = z.strictObject({
  name: z.exactOptional(textRule),
  description: z.exactOptional(textRule),
  destination: z.exactOptional(
    ruleFor(
      z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('flow'), flowId: resourceId }),
        z.strictObject({ type: z.literal('quickConnect'), quickConnectId: resourceId }),
      ]),
    ),
  ),
  link: z.exactOptional(
    z.strictObject({
      default: z.exactOptional(z.enum([...linkTypes, 'none'])),
      ...flags,
      types: z.exactOptional(z.array(z.enum(linkTypes)).check(z.minLength(1))),
    }),
  ),
  schedule: z.exactOptional(ruleFor(z.enum(['now', 'later']))),
  references: z.exactOptional(
    z.strictObject({
      ...listFlags,
      types: z.exactOptional(z.array(z.enum(referenceTypes)).check(z.minLength(1))),
      urlHosts: z.exactOptional(bounded(z.array(urlHost), urlHostsLimit)),
      byName: z.exactOptional(
        bounded(
          z.record(
            z.string(),
            z.strictObject({ type: z.enum(referenceTypes), default: z.exactOptional(z.string()), ...flags }),
          ),
          referencesByteLimit,
        ),
      ),
    }),
  ),
  attributes: z.exactOptional(
    z.strictObject({
      ...listFlags,
      byKey: z.exactOptional(bounded(z.record(z.string(), textRule), attributesByteLimit)),
    }),
  ),
})

/** Rules as a host, a policy file or a template gives them: well shaped, and possible to keep. */
export const fieldRulesSchema = fieldRulesShape.check(({ value, issues }) => {
  for (const { path, code } of fieldRulesMistakes(value)) {
    issues.push({ code: 'custom', message: code, path: [...path], input: value })
  }
})
