import { accessTo } from '../field-rule.ts'
import type { Attribute } from './attribute.ts'
import { attributesByteLength } from './attribute-budget.ts'
import { attributeRule, type AttributeRules } from './attributes-rule.ts'

/** Whether the agent may not see an attribute of this key, inherited or not. */
export const isAttributeHidden = (rules: AttributeRules, key: string): boolean =>
  rules.attributes?.isHidden === true || accessTo(attributeRule(rules, key)) === 'hidden'

/** The part of an inheritance that an agent may know: of hidden attributes, only their bytes. */
export function knownInheritance(inherited: readonly Attribute[], rules: AttributeRules) {
  const hidden = inherited.filter(({ key }) => isAttributeHidden(rules, key))
  // An attribute that a rule fixes or asks for is the task's own, which replaces the inherited one.
  const counted = hidden.filter(({ key }) => {
    const { default: fixed, isRequired } = attributeRule(rules, key)
    return fixed === undefined && !isRequired
  })
  return {
    attributes: inherited.filter(({ key }) => !isAttributeHidden(rules, key)),
    hiddenBytes: attributesByteLength(counted),
  }
}
