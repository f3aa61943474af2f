import * as z from 'zod/mini'
import { attributesByteLimit } from '../../core/fields/attributes/attribute.ts'
import { referencesByteLimit, referenceTypes } from '../../core/fields/references/reference.ts'
import { expiryMinutesLimit } from '../../core/fields/expiry/expiry-minutes.ts'
import { scheduleHorizonDaysLimit } from '../../core/fields/schedule/horizon.ts'
import { isTime } from '../../core/fields/schedule/schedule-draft.ts'
import { presetNameLimit, presetsLimit, type Preset, type PresetTask } from '../../core/presets/preset.ts'
import { unknownPlaceholders } from '../../core/presets/placeholders.ts'
import { bounded } from '../parsing/bounded.ts'
import { destinationSchema } from '../fields/destination.ts'

const withPlaceholders = z
  .string()
  .check(z.refine((text) => unknownPlaceholders(text).length === 0, 'placeholder-unknown'))

const startSchema = z.union([
  z.literal('now'),
  z.strictObject({ inMinutes: z.int().check(z.minimum(1), z.maximum(expiryMinutesLimit)) }),
  z.strictObject({
    inDays: z.int().check(z.minimum(0), z.maximum(scheduleHorizonDaysLimit)),
    at: z.string().check(z.refine(isTime, 'time-malformed')),
  }),
])

const referenceSchema = z.strictObject({
  name: z.string(),
  type: z.enum(referenceTypes),
  value: withPlaceholders,
})

const attributeSchema = z.strictObject({ key: z.string(), value: withPlaceholders })

export const presetSchema: z.ZodMiniType<Preset> = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(presetNameLimit)),
  task: z.strictObject({
    name: z.exactOptional(withPlaceholders),
    description: z.exactOptional(withPlaceholders),
    destination: z.exactOptional(destinationSchema),
    start: z.exactOptional(startSchema),
    references: z.exactOptional(bounded(z.array(referenceSchema), referencesByteLimit)),
    attributes: z.exactOptional(bounded(z.array(attributeSchema), attributesByteLimit)),
  } satisfies Record<keyof PresetTask, z.core.SomeType>),
})

/** The presets of a policy, or of one agent in one browser. */
export const presetsSchema = bounded(z.array(presetSchema), presetsLimit)
