import * as z from 'zod/mini'
import { attributesRowLimit } from '../../core/fields/attributes/attribute-budget.ts'
import { attributesByteLimit } from '../../core/fields/attributes/attribute.ts'
import { bounded } from '../parsing/bounded.ts'
import { rows } from './rows.ts'
import { listFlags, textRule } from './rule.ts'

export const attributesSchema = rows({
  row: z.strictObject({ key: z.string(), value: z.string() }),
  fits: (value) =>
    typeof value === 'object' &&
    value !== null &&
    'key' in value &&
    typeof value.key === 'string' &&
    'value' in value &&
    typeof value.value === 'string' &&
    Object.keys(value).length === 2,
  limit: attributesRowLimit,
})

export const attributesRule = z.strictObject({
  ...listFlags,
  byKey: z.exactOptional(bounded(z.record(z.string(), textRule), attributesByteLimit)),
})
