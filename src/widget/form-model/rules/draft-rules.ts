import type { FieldRules } from '../../../core/task/task-parts.ts'
import { blankDraft, draftUnder, fieldAccess, mergeFieldRules } from '../../../core/task/task-rules.ts'
import type { FormRules } from './form-rules.ts'

/** The sources of rules for one form. A template that the agent chooses in the form joins here. */
export interface RuleSources {
  /** The proxy's; undefined until it has answered. */
  readonly policy: FieldRules | undefined
  /** The page around the panel. */
  readonly host: FieldRules
}

/** One set of rules from all sources, the strongest first. */
export function draftRules({ policy = {}, host }: RuleSources): FormRules {
  const fields = mergeFieldRules(policy, host)
  return {
    fields,
    access: (field) => fieldAccess(field, fields),
    blank: blankDraft(fields),
    lay: (draft) => draftUnder(draft, fields),
  }
}
