import * as z from 'zod/mini'
import type { Destination } from '../../core/fields/destination-key.ts'
import { resourceIdLimit } from '../../core/fields/destination.ts'

/** Characters in the revision of a template. The revisions of the proxy are shorter. */
const revisionLimit = 64

const resourceId = z.string().check(z.minLength(1), z.maxLength(resourceIdLimit))

export const destinationSchema: z.ZodMiniType<Destination> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('flow'), flowId: resourceId }),
  z.strictObject({ type: z.literal('quickConnect'), quickConnectId: resourceId }),
  z.strictObject({
    type: z.literal('template'),
    templateId: resourceId,
    quickConnectId: z.exactOptional(resourceId),
    isSelfAssigned: z.exactOptional(z.literal(true)),
    revision: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(revisionLimit))),
  }),
])
