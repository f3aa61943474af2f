import { destinationFromKey } from '../../../core/fields/destination-key.ts'
import { rulesWithTemplate } from '../../../core/templates/template-rules.ts'
import type { FieldRules, TaskDraft } from '../../../core/task/task-parts.ts'
import { blankDraft, draftUnder, fieldAccess, mergeFieldRules } from '../../../core/task/task-rules.ts'
import type { FormRules } from './form-rules.ts'
import { noTemplate, type TemplateReading } from './template-reading.ts'

/** The sources of rules for one form. */
export interface RuleSources {
  /** The rules of the proxy. Undefined until it has answered. */
  readonly policy: FieldRules | undefined
  /** The template that the agent has chosen in the form. */
  readonly reading?: TemplateReading
  /** The rules of the page around the panel. */
  readonly host: FieldRules
}

/** The id of the template of a draft, with or without a quick connect. */
export function templateIdOf({ destination }: Pick<TaskDraft, 'destination'>): string | undefined {
  const chosen = destinationFromKey(destination)
  return chosen?.type === 'template' ? chosen.templateId : undefined
}

/** One set of rules from all sources, the strongest first. */
export function draftRules({ policy = {}, reading = noTemplate, host }: RuleSources): FormRules {
  const { templateId, template } = reading
  const fields = template ? rulesWithTemplate(policy, template, host) : mergeFieldRules(policy, host)
  const unchosen = blankDraft(template ? mergeFieldRules(policy, host) : fields)
  const presets = template ? blankDraft(fields) : unchosen
  return {
    fields,
    access: (field) => {
      // With a template, its form shows all references instead.
      if (field === 'references' && templateId !== undefined) return 'hidden'
      const access = fieldAccess(field, fields)
      // The section also has the files. If a file is required, the agent must find it.
      const holdsFile = field === 'references' && fields.attachments?.isRequired === true
      return access === 'hidden' && holdsFile ? 'editable' : access
    },
    // An empty draft has a template only if policy or host choose it.
    blank: template && templateIdOf(unchosen) === template.templateId ? presets : unchosen,
    presets,
    lay: (draft) => draftUnder(draft, fields),
    template,
  }
}
