import { destinationFromKey } from '../../../core/fields/destination-key.ts'
import { rulesWithTemplate } from '../../../core/templates/template-rules.ts'
import type { FieldRules, TaskDraft } from '../../../core/task/task-parts.ts'
import { blankDraft, draftUnder, fieldAccess, mergeFieldRules } from '../../../core/task/task-rules.ts'
import type { FormRules } from './form-rules.ts'
import { noTemplate, type TemplateReading } from './template-reading.ts'

/** The sources of rules for one form. */
export interface RuleSources {
  /** The proxy's; undefined until it has answered. */
  readonly policy: FieldRules | undefined
  /** The template that the agent has chosen in the form. */
  readonly reading?: TemplateReading
  /** The page around the panel. */
  readonly host: FieldRules
}

/** The template that a draft goes to, alone or with a quick connect. */
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
      // The form of a template shows all references.
      if (field === 'references' && templateId !== undefined) return 'hidden'
      const access = fieldAccess(field, fields)
      // Files are among the references. Where one is required, an agent must find them.
      const holdsFile = field === 'references' && fields.attachments?.isRequired === true
      return access === 'hidden' && holdsFile ? 'editable' : access
    },
    // A new draft goes to no template unless policy or host say so.
    blank: template && templateIdOf(unchosen) === template.templateId ? presets : unchosen,
    presets,
    lay: (draft) => draftUnder(draft, fields),
    template,
  }
}
