import { trimmedText } from '../text/invisible.ts'
import { tooLong, type Issue } from '../issues/issues.ts'
import { isBlank, isFarLonger, isWellFormed, scalarLength } from '../text/text.ts'
import { accessTo, mergeIfBoth, mergeRule, type Access, type FieldRule } from './field-rule.ts'
import type { Field } from './field.ts'
import { brokenDefault, withheld } from './rule-mistake.ts'
import { fixedText, textIssues, textUnder } from './text-field.ts'

/** Unicode scalar values in a task's description (Connect API, `Description`). */
export const descriptionScalarLimit = 4_096

export interface DescriptionRules {
  readonly description?: FieldRule<string>
}

export interface DescriptionParts {
  readonly draft: { readonly description: string }
  readonly request: { readonly description?: string }
  readonly rules: DescriptionRules
  readonly parameters: { readonly Description?: string }
}

const descriptionAccess = ({ description }: DescriptionRules): Access => accessTo(description)

const fixedDescription = (rules: DescriptionRules) => fixedText(rules.description, descriptionAccess(rules))

const partOf = (description: string | undefined) => (description ? { description } : {})

function descriptionIssues(description: string): readonly Issue[] {
  if (!isFarLonger(description, descriptionScalarLimit) && !isWellFormed(description)) {
    return [{ field: 'description', code: 'text-not-unicode' }]
  }
  return tooLong('description', 'description-too-long', scalarLength(description), descriptionScalarLimit)
}

function allIssues(description: string, rules: DescriptionRules): readonly Issue[] {
  const locked = textIssues('description', description, fixedDescription(rules))
  return rules.description?.isRequired && isBlank(description)
    ? [...locked, { field: 'description', code: 'field-required' }]
    : [...descriptionIssues(description), ...locked]
}

export const descriptionField: Field<DescriptionParts> = {
  access: descriptionAccess,
  preset: (_, rules) => ({ description: rules.description?.default ?? '' }),
  draftUnder: ({ description }, rules) => ({
    description: textUnder(description, rules.description, descriptionAccess(rules)),
  }),
  read: ({ description }) => ({ request: partOf(isBlank(description) ? '' : trimmedText(description)) }),
  fill: ({ description }, rules) => partOf(description ?? fixedDescription(rules)),
  issues: ({ description = '' }, rules) => allIssues(description, rules),
  mergeRules: (strong, weak) => {
    const description = mergeIfBoth(strong.description, weak.description, mergeRule)
    return description ? { description } : {}
  },
  ruleMistakes: ({ description: rule }) => [
    ...brokenDefault('description', descriptionIssues(rule?.default ?? '')),
    ...withheld(['description'], rule),
  ],
  parameters: ({ description }) => (description ? { Description: description } : {}),
}
