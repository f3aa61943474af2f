import type { Attribute } from './fields/attributes.ts'
import type { Destination } from './fields/destination.ts'
import type { Link } from './fields/link.ts'
import type { Reference } from './fields/references.ts'

/** A task as somebody asks for it: well shaped, not yet checked. The same in the panel and in the proxy. */
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
