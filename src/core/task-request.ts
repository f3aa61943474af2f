import type { Attribute } from './attributes.ts'
import type { Destination } from './destination.ts'
import type { Link } from './links.ts'
import type { Reference } from './references.ts'

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
