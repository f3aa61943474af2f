import type { ReferenceType } from '../../fields/references/reference.ts'
import type { ValueForm } from '../../fields/references/value-form.ts'
import { ruleWith, type RuledField, type TemplateKind } from '../template-kind.ts'

interface ReferenceKind {
  readonly type: ReferenceType
  /** For a STRING: the form of its value. */
  readonly form?: (field: RuledField) => ValueForm
  /** Reads a default as the value of a reference. Undefined if it cannot be read. */
  readonly read?: (written: string) => string | undefined
}

/** A field that becomes a reference with the name of the field. */
export const referenceKind = ({ type, form, read = (written) => written }: ReferenceKind): TemplateKind => ({
  rules(field) {
    const rule = { type, ...(form ? { form: form(field) } : {}), ...ruleWith(field.rule, read) }
    // As an own property, because a field may be named `__proto__`.
    return { references: { byName: Object.fromEntries([[field.name, rule]]) } }
  },
})
