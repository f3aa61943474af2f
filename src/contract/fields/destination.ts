import * as z from 'zod/mini'
import type { Destination } from '../../core/fields/destination-key.ts'
import { resourceIdLimit } from '../../core/fields/destination.ts'

const resourceId = z.string().check(z.minLength(1), z.maxLength(resourceIdLimit))

export const destinationSchema: z.ZodMiniType<Destination> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('flow'), flowId: resourceId }),
  z.strictObject({ type: z.literal('quickConnect'), quickConnectId: resourceId }),
])
