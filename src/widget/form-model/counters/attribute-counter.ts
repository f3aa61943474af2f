import type { Attribute } from '../../../core/fields/attributes/attribute.ts'
import type { FieldRules } from '../../../core/task/task-parts.ts'
import { attributeFigures, type AttributeFigures, type InheritedAttributes } from './draft-figures.ts'
import { createRowCounter } from './row-counter.ts'

interface Counted {
  readonly bytes: readonly number[]
  readonly inherited: InheritedAttributes
  readonly rules: FieldRules
  readonly figures: AttributeFigures
}

type CountAttributes = (
  rows: readonly Attribute[],
  inherited: InheritedAttributes,
  rules: FieldRules,
) => AttributeFigures

/** Counts the attributes of one form. Several parts of the form ask after each key, so the last result is kept. */
export function createAttributeCounter(): CountAttributes {
  const countBytes = createRowCounter()
  let last: Counted | undefined
  return (rows, inherited, rules) => {
    const bytes = countBytes(rows)
    const isSame =
      last?.bytes === bytes &&
      last.rules === rules &&
      last.inherited.attributes === inherited.attributes &&
      last.inherited.hiddenBytes === inherited.hiddenBytes
    if (!last || !isSame) {
      last = { bytes, inherited, rules, figures: attributeFigures(rows, inherited, rules, bytes) }
    }
    return last.figures
  }
}
