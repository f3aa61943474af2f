import * as z from 'zod/mini'
import { resourceIdLimit } from '../../core/fields/destination.ts'

/** The id of a resource of Connect. An ARN is a common mistake, because Connect’s console and API show ARNs as often as ids. */
export const connectId = z.string().check(
  z.minLength(1),
  z.maxLength(resourceIdLimit),
  z.refine((text) => !text.startsWith('arn:'), 'is-arn'),
)
