import type { AttributesRule } from './fields/attributes/attributes-rule.ts'
import type { Destination } from './fields/destination-key.ts'
import type { FieldRule } from './fields/field-rule.ts'
import type { LinkRule } from './fields/link-rule.ts'
import type { ReferencesRule } from './fields/references/references-rule.ts'

/**
 * Which fields are required, locked, preset or hidden, and what they may hold. A host, a policy or a template writes them.
 *
 *     { link: { default: 'none', isHidden: true },
 *       attributes: { isLocked: true, byKey: { reason: { isRequired: true }, source: { default: 'crm', isLocked: true } } } }
 */
export interface FieldRules {
  readonly name?: FieldRule<string>
  readonly description?: FieldRule<string>
  readonly destination?: FieldRule<Destination>
  /** Required: the task must be about a contact. */
  readonly link?: LinkRule
  /** Required, or locked to `later`: the task must be scheduled. The agent always chooses the time. */
  readonly schedule?: FieldRule<'now' | 'later'>
  readonly references?: ReferencesRule
  readonly attributes?: AttributesRule
}
