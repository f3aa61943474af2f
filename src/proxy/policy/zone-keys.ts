import type { Attribute } from '../../core/fields/attributes/attribute.ts'
import { attributeRule, type AttributesRule } from '../../core/fields/attributes/attributes-rule.ts'
import { isZoneKey } from '../../core/fields/attributes/customer-zone.ts'
import type { PolicyFile } from './policies.ts'

/** Whether quiet hours of a policy read an attribute of this key. */
export type NamesZone = (key: string) => boolean

/** Of all policies: the contact of one agent may come to another. */
export function zoneKeysOf({ policies }: PolicyFile): NamesZone {
  const rules = policies.flatMap(({ messages }) => messages?.quietHours ?? [])
  const named = new Set(rules.flatMap(({ timeZoneAttribute }) => timeZoneAttribute ?? []))
  const readsUsual = rules.some(({ timeZoneAttribute }) => timeZoneAttribute === undefined)
  return (key) => named.has(key) || (readsUsual && isZoneKey(key))
}

/**
 * The rule for attributes under quiet hours: an agent writes none that names the customer's zone. A chat keeps its attributes, a
 * task hands them on, and one that continues a contact changes those of the contact itself. So an agent could choose the hours
 * of the next message.
 */
export function withZoneLocked(
  attributes: AttributesRule | undefined,
  asked: readonly Attribute[],
  namesZone: NamesZone,
): AttributesRule | undefined {
  const keys = asked.flatMap(({ key }) => (namesZone(key) ? [key] : []))
  if (keys.length === 0) return attributes
  const rules = attributes ? { attributes } : {}
  const locked = keys.map((key) => [key, { ...attributeRule(rules, key), isLocked: true }] as const)
  return { ...attributes, byKey: { ...attributes?.byKey, ...Object.fromEntries(locked) } }
}
