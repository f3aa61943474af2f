import * as z from 'zod/mini'
import { referencesRowLimit } from '../../core/fields/references/reference-budget.ts'
import {
  referencesByteLimit,
  referenceTextLimit,
  referenceTypes,
} from '../../core/fields/references/reference.ts'
import type { ValueForm } from '../../core/fields/references/value-form.ts'
import { hostNameByteLimit } from '../../core/fields/references/kinds/web-address.ts'
import { bounded } from '../parsing/bounded.ts'
import { rows } from './rows.ts'
import { listFlags, ruleFlags } from './rule.ts'

const typeSchema = z.enum(referenceTypes)

const types: ReadonlySet<unknown> = new Set(referenceTypes)

export const referencesSchema = rows({
  row: z.strictObject({ name: z.string(), type: typeSchema, value: z.string() }),
  fits: (value) =>
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    'type' in value &&
    types.has(value.type) &&
    'value' in value &&
    typeof value.value === 'string' &&
    Object.keys(value).length === 3,
  limit: referencesRowLimit,
})

/** In lower case, because addresses are compared in lower case. Other scripts are written as in browsers: `xn--…`. */
const urlHost = z
  .string()
  .check(
    z.maxLength('*.'.length + hostNameByteLimit, { abort: true }),
    z.regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/, 'host-malformed'),
  )

/** Limits the time of a check, because each URL of a task is compared with each host. */
const urlHostsLimit = 1_000

const scalarLimit = z.int().check(z.minimum(1), z.maximum(referenceTextLimit))

/** Limits the time of a check, because each value of a task is compared with each option. */
const optionsLimit = 1_000

const formSchema: z.ZodMiniType<ValueForm> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['line', 'text']), limit: scalarLimit }),
  z.strictObject({ type: z.literal('boolean') }),
  z.strictObject({ type: z.literal('options'), options: bounded(z.array(z.string()), optionsLimit) }),
])

const referenceRule = z.strictObject({
  type: typeSchema,
  form: z.exactOptional(formSchema),
  default: z.exactOptional(z.string()),
  ...ruleFlags,
})

export const referencesRule = z.strictObject({
  ...listFlags,
  types: z.exactOptional(z.array(typeSchema).check(z.minLength(1))),
  urlHosts: z.exactOptional(bounded(z.array(urlHost), urlHostsLimit)),
  byName: z.exactOptional(bounded(z.record(z.string(), referenceRule), referencesByteLimit)),
})
