import { trimmedText } from '../text/invisible.ts'
import { tooLong, type Issue } from '../issues/issues.ts'
import { isBlank, isFarLonger, isWellFormed, scalarLength } from '../text/text.ts'
import { accessTo, mergeIfBoth, mergeRule, type Access, type FieldRule } from './field-rule.ts'
import type { Field } from './field.ts'
import { brokenDefault, withheld } from './rule-mistake.ts'
import { fixedText, textIssues, textUnder } from './text-field.ts'

/** Unicode scalar values in a task's name (Connect API, `Name`; 512 before November 2024). */
export const nameScalarLimit = 1_024

export interface NameRules {
  readonly name?: FieldRule<string>
}

export interface NameParts {
  readonly draft: { readonly name: string }
  readonly request: { readonly name: string }
  readonly rules: NameRules
  readonly parameters: { readonly Name: string }
}

const nameAccess = ({ name }: NameRules): Access => accessTo(name, true)

const fixedName = (rules: NameRules) => fixedText(rules.name, nameAccess(rules))

function nameIssues(name: string): readonly Issue[] {
  if (!isFarLonger(name, nameScalarLimit)) {
    if (isBlank(name)) return [{ field: 'name', code: 'name-missing' }]
    if (!isWellFormed(name)) return [{ field: 'name', code: 'text-not-unicode' }]
  }
  return tooLong('name', 'name-too-long', scalarLength(name), nameScalarLimit)
}

export const nameField: Field<NameParts> = {
  access: nameAccess,
  preset: (_, rules) => ({ name: rules.name?.default ?? '' }),
  draftUnder: ({ name }, rules) => ({ name: textUnder(name, rules.name, nameAccess(rules)) }),
  read: ({ name }) => ({ request: { name: trimmedText(name) } }),
  fill: ({ name }, rules) => ({ name: isBlank(name) ? (fixedName(rules) ?? name) : name }),
  issues: ({ name }, rules) => [...nameIssues(name), ...textIssues('name', name, fixedName(rules))],
  mergeRules: (strong, weak) => {
    const name = mergeIfBoth(strong.name, weak.name, mergeRule)
    return name ? { name } : {}
  },
  ruleMistakes: ({ name: rule }) => [
    ...(rule?.default === undefined ? [] : brokenDefault('name', nameIssues(rule.default))),
    ...withheld(['name'], rule, true),
  ],
  parameters: ({ name }) => ({ Name: name }),
}
