import { attributesByteLength, type Attribute } from './attributes.ts'
import { accessTo, attributeRule, type FieldRules } from '../field-rules.ts'

/** Whether an attribute of this key, inherited or not, is kept from the agent's eyes. */
export const isAttributeHidden = (rules: FieldRules, key: string): boolean =>
  rules.attributes?.isHidden === true || accessTo(attributeRule(rules, key)) === 'hidden'

/** What an agent may know of what a task would inherit: what is hidden has bytes only. */
export function knownInheritance(inherited: readonly Attribute[], rules: FieldRules) {
  const hidden = inherited.filter(({ key }) => isAttributeHidden(rules, key))
  // What a rule fixes, or asks for, stands in the task itself, in place of what it would inherit.
  const counted = hidden.filter(({ key }) => {
    const { default: fixed, isRequired } = attributeRule(rules, key)
    return fixed === undefined && !isRequired
  })
  return {
    attributes: inherited.filter(({ key }) => !isAttributeHidden(rules, key)),
    hiddenBytes: attributesByteLength(counted),
  }
}
