import type { Attribute } from './fields/attributes/attribute.ts'
import type { Destination } from './fields/destination-key.ts'
import type { Link } from './fields/link-types.ts'
import type { Reference } from './fields/references/reference.ts'

/** A task as the panel asks the proxy for it: well shaped, not yet checked. */
export interface TaskRequest {
  readonly name: string
  readonly description?: string
  readonly destination?: Destination
  readonly link?: Link
  readonly references: readonly Reference[]
  readonly attributes: readonly Attribute[]
  readonly scheduledTime?: Date
  readonly expiryMinutes?: number
}

/** The members that every request has, still empty. */
export const emptyRequest = { name: '', references: [], attributes: [] } satisfies TaskRequest
