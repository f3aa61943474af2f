import * as z from 'zod/mini'

const flag = z.exactOptional(z.boolean())

export const listFlags = { isLocked: flag, isHidden: flag }

export const ruleFlags = { isRequired: flag, ...listFlags }

/** The shape of a rule about a field whose value is of this shape. */
export const ruleFor = <Value extends z.core.SomeType>(value: Value) =>
  z.strictObject({ default: z.exactOptional(value), ...ruleFlags })

export const textRule = ruleFor(z.string())
