import { blankDraft, draftUnder, fieldAccess, mergeFieldRules } from '../../core/task-rules.ts'
import type { FieldRules } from '../../core/field-rules.ts'
import type { FormRules } from './form-rules.ts'

/** The sources of rules for one form. A template that the agent chooses in the form joins here. */
export interface RuleSources {
  /** The proxy's; absent until it has answered. */
  readonly policy: FieldRules | undefined
  /** The page around the panel. */
  readonly host: FieldRules
}

/** One set of rules from all sources, the strongest first. */
export function draftRules({ policy = {}, host }: RuleSources): FormRules {
  const fields = mergeFieldRules(policy, host)
  return {
    fields,
    access: {
      name: fieldAccess('name', fields),
      description: fieldAccess('description', fields),
      destination: fieldAccess('destination', fields),
      schedule: fieldAccess('schedule', fields),
      link: fieldAccess('link', fields),
      references: fieldAccess('references', fields),
      attributes: fieldAccess('attributes', fields),
    },
    isDescriptionRequired: fields.description?.isRequired === true,
    blank: blankDraft(fields),
    lay: (draft) => draftUnder(draft, fields),
  }
}
