import * as z from 'zod/mini'
import { contactIdLimit, contactIdPattern } from '../../core/contact/contact.ts'
import { linkTypes } from '../../core/fields/link-types.ts'
import { ruleFlags } from './rule.ts'

export const linkSchema = z.strictObject({
  type: z.enum(linkTypes),
  contactId: z
    .string()
    .check(z.minLength(1), z.maxLength(contactIdLimit, { abort: true }), z.regex(contactIdPattern)),
})

export const linkRule = z.strictObject({
  default: z.exactOptional(z.enum([...linkTypes, 'none'])),
  ...ruleFlags,
  types: z.exactOptional(z.array(z.enum(linkTypes)).check(z.minLength(1))),
})
