import type { AttachmentsParts } from '../fields/attachments/attachments.ts'
import type { AttributesParts } from '../fields/attributes/attributes.ts'
import type { DescriptionParts } from '../fields/description.ts'
import type { DestinationParts } from '../fields/destination.ts'
import type { ExpiryParts } from '../fields/expiry/expiry.ts'
import type { LinkParts } from '../fields/link.ts'
import type { NameParts } from '../fields/name.ts'
import type { ReferencesParts } from '../fields/references/references.ts'
import type { ScheduleParts } from '../fields/schedule/schedule.ts'

/** A task is the product of its fields. */
type Parts = NameParts &
  DescriptionParts &
  DestinationParts &
  ScheduleParts &
  ExpiryParts &
  LinkParts &
  ReferencesParts &
  AttachmentsParts &
  AttributesParts

/** One object type instead of an intersection, so that messages of the compiler name its members. */
type Members<Intersection> = { [Name in keyof Intersection]: Intersection[Name] }

/** The form's content: texts as the agent typed them, nothing refused. */
export type TaskDraft = Members<Parts['draft']>

/** A task as the panel asks the proxy for it: well shaped, not yet checked. */
export type TaskRequest = Members<Parts['request']>

/**
 * Which fields are required, locked, preset or hidden, and what they may hold. A host, a policy or a template writes them.
 *
 *     { link: { default: 'none', isHidden: true },
 *       attributes: { isLocked: true, byKey: { reason: { isRequired: true }, source: { default: 'crm', isLocked: true } } } }
 */
export type FieldRules = Members<Parts['rules']>
