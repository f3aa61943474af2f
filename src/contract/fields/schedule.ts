import * as z from 'zod/mini'
import { ruleFor } from './rule.ts'

/** In UTF-16 units: long enough for an instant with any fraction of a second. */
const instantUnitLimit = 64

export const scheduledTimeSchema = z
  .string()
  .check(z.maxLength(instantUnitLimit, { abort: true }), z.iso.datetime({ offset: true }))

export const scheduleRule = ruleFor(z.enum(['now', 'later']))

export const expiryRule = ruleFor(z.number())
