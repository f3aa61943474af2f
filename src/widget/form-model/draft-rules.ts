import { blankDraft, draftUnder } from '../../core/field-rules-draft.ts'
import { mergeFieldRules } from '../../core/field-rules-merge.ts'
import {
  attributesAccess,
  descriptionAccess,
  destinationAccess,
  linkAccess,
  nameAccess,
  referencesAccess,
  scheduleAccess,
  type FieldRules,
} from '../../core/field-rules.ts'
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
      name: nameAccess(fields),
      description: descriptionAccess(fields),
      destination: destinationAccess(fields),
      schedule: scheduleAccess(fields),
      link: linkAccess(fields),
      references: referencesAccess(fields),
      attributes: attributesAccess(fields),
    },
    isDescriptionRequired: fields.description?.isRequired === true,
    blank: blankDraft(fields),
    lay: (draft) => draftUnder(draft, fields),
  }
}
