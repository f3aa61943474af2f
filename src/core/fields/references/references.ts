import { mergeIfBoth } from '../field-rule.ts'
import type { Field } from '../field.ts'
import { missingReferences, referenceIssues, unfillableFields } from './reference-issues.ts'
import { connectReferenceValue } from './reference-kinds.ts'
import { referenceMistakes } from './reference-mistakes.ts'
import { readReferences, referencesUnder } from './reference-rows.ts'
import type { Reference, ReferenceDraft, ReferenceType } from './reference.ts'
import {
  mergeReferencesRule,
  referencesAccess,
  withFixedReferences,
  type ReferenceRules,
} from './references-rule.ts'

export interface ReferencesParts {
  readonly draft: { readonly references: readonly ReferenceDraft[] }
  readonly request: { readonly references: readonly Reference[] }
  readonly rules: ReferenceRules
  readonly parameters: { readonly References?: Record<string, { Type: ReferenceType; Value: string }> }
}

const entryOf = (reference: Reference) =>
  [reference.name, { Type: reference.type, Value: connectReferenceValue(reference) }] as const

export const referencesField: Field<ReferencesParts> = {
  access: referencesAccess,
  preset: ({ references }) => ({ references }),
  draftUnder: ({ references }, rules) => ({ references: referencesUnder(references, rules) }),
  read: ({ references }, rules, { timeZone }) => readReferences(references, rules, timeZone),
  fill: ({ references }, rules) => ({ references: withFixedReferences(references, rules) }),
  issues: ({ references }, rules, { rowIssueCount }) => [
    ...referenceIssues(references, rules, rowIssueCount),
    ...missingReferences(references, rules),
    ...unfillableFields(rules),
  ],
  mergeRules: (strong, weak) => {
    const references = mergeIfBoth(strong.references, weak.references, mergeReferencesRule)
    return references ? { references } : {}
  },
  ruleMistakes: referenceMistakes,
  // Object.fromEntries defines own properties, so a reference named `__proto__` arrives under that name.
  parameters: ({ references }) =>
    references.length === 0 ? {} : { References: Object.fromEntries(references.map(entryOf)) },
}
