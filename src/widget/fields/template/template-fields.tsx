import { useId } from 'react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { isReferenceRuled, shownReferences } from '../../../core/fields/references/references-rule.ts'
import type { Contact } from '../../../core/contact/contact.ts'
import type { TaskDraft, TaskRequest } from '../../../core/task/task-parts.ts'
import { templateKinds } from '../../../core/templates/template-kinds.ts'
import type { TaskTemplate, TemplateField } from '../../../core/templates/template.ts'
import { keepFromSending } from '../../controls/rows/row-keys.ts'
import { useFieldRules } from '../../form-model/rules/form-rules.ts'
import { useLateMessages } from '../../late/late-messages.ts'
import { ContactReferencesOnDemand } from '../references/contact-references.tsx'
import { WithFiles } from '../references/files/task-files.tsx'
import { ReferenceMeter } from '../references/reference-rows.tsx'
import { TemplateGoesTo } from './template-goes-to.tsx'
import { TemplateValue } from './template-value.tsx'
import { UnfitValues } from './unfit-values.tsx'

/** The form of every task already has a field for these types. */
const placedTypes: ReadonlySet<string> = new Set([
  'NAME',
  'DESCRIPTION',
  'SCHEDULED_TIME',
  'EXPIRY_DURATION',
  'QUICK_CONNECT',
  'SELF_ASSIGN',
])

export interface TemplateFieldsProps {
  readonly template: TaskTemplate
  readonly contact: Contact | undefined
}

/** The fields of a template in its order, without those that every task has. */
export function TemplateFields({ template, contact }: TemplateFieldsProps) {
  const rules = useFieldRules()
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { fields: rows } = useFieldArray({ control, name: 'references' })
  const shown = shownReferences(rules)
  const nameId = useId()
  const own = template.fields.filter(({ type }) => !placedTypes.has(type))
  // Policy and host may require further references.
  const others = shown.filter((name) => !own.some((field) => field.name === name))
  const fields: readonly Pick<TemplateField, 'name' | 'description'>[] = [
    ...own,
    ...others.map((name) => ({ name })),
  ]
  return (
    // The element only handles keys that bubble up. Its controls have the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div className="tl-stack tl-template" role="group" aria-labelledby={nameId} onKeyDown={keepFromSending}>
      <bdi id={nameId} className="tl-visually-hidden">
        {template.name}
      </bdi>
      {template.description !== undefined && (
        <p className="tl-hint" dir="auto" data-about="template">
          {template.description}
        </p>
      )}
      <TemplateGoesTo template={template} />
      {fields.map((field) => {
        const index = shown.indexOf(field.name)
        const row = rows[index]
        if (index === -1) return <Unfillable key={field.name} name={field.name} template={template} />
        // The rules add the row just after this rendering.
        if (row?.name !== field.name) return null
        return (
          <TemplateValue
            key={`${field.name} ${row.id}`}
            index={index}
            name={field.name}
            description={field.description}
          />
        )
      })}
      <UnfitValues />
      {shown.length > 0 && <ReferenceMeter />}
      <TemplateFiles />
      {shown.length > 0 && contact && <ContactReferencesOnDemand contact={contact} />}
    </div>
  )
}

/** The files of the task. Without a template they are in the section "References", which is hidden here. */
function TemplateFiles() {
  const words = useLateMessages().files
  return (
    <WithFiles isLookedAt>
      {(files) =>
        files && (
          <fieldset className="tl-stack">
            <legend>{words.list}</legend>
            {files}
          </fieldset>
        )
      }
    </WithFiles>
  )
}

interface UnfillableProps {
  readonly name: string
  readonly template: TaskTemplate
}

/** Says that the panel cannot offer a field: its type is unknown, or the organisation does not allow it. */
function Unfillable({ name, template }: UnfillableProps) {
  const words = useLateMessages().template
  const rules = useFieldRules()
  const field = template.fields.find((each) => each.name === name)
  // Say nothing about a field that is invisible, or read-only and empty.
  if (!field || field.isInvisible || (templateKinds.has(field.type) && isReferenceRuled(rules, name)))
    return null
  return (
    <p className={field.isRequired ? 'tl-error' : 'tl-hint'} data-first={field.isRequired || undefined}>
      {field.isRequired ? words.unfillableRequired(name) : words.unfillable(name)}
    </p>
  )
}
