import * as z from 'zod/mini'
import { ruleFor } from './rule.ts'

/** UTF-16 units, more than an instant has with the smallest fraction of a second that anything measures. */
const instantUnitLimit = 64

export const scheduledTimeSchema = z
  .string()
  .check(z.maxLength(instantUnitLimit, { abort: true }), z.iso.datetime({ offset: true }))

export const scheduleRule = ruleFor(z.enum(['now', 'later']))

export const expiryRule = ruleFor(z.number())
