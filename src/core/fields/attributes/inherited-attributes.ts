import { accessTo } from '../field-rule.ts'
import type { Attribute } from './attribute.ts'
import { attributesByteLength } from './attribute-budget.ts'
import { attributeRule, type AttributeRules } from './attributes-rule.ts'

/** True if an attribute with this key is hidden from the agent, inherited or not. */
export const isAttributeHidden = (rules: AttributeRules, key: string): boolean =>
  rules.attributes?.isHidden === true || accessTo(attributeRule(rules, key)) === 'hidden'

/** The part of the inherited attributes that an agent may see. Of hidden attributes this is only their size in bytes. */
export function knownInheritance(inherited: readonly Attribute[], rules: AttributeRules) {
  const hidden = inherited.filter(({ key }) => isAttributeHidden(rules, key))
  // If a rule fixes or requires an attribute, the task's own attribute replaces the inherited one.
  const counted = hidden.filter(({ key }) => {
    const { default: fixed, isRequired } = attributeRule(rules, key)
    return fixed === undefined && !isRequired
  })
  return {
    attributes: inherited.filter(({ key }) => !isAttributeHidden(rules, key)),
    hiddenBytes: attributesByteLength(counted),
  }
}
