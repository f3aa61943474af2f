import { useFormContext, useFormState, useWatch } from 'react-hook-form'
import { templatesFor } from '../../../core/message/fields/content/content.ts'
import type { MessageDraft, MessageRules } from '../../../core/message/message-parts.ts'
import { Field } from '../../controls/field.tsx'
import { useQuietError } from '../../form-model/errors/use-quiet-error.ts'
import { useMessageWords } from '../mode/message-words.ts'
import { useLaidChange } from '../model/use-laid-change.ts'

/** A template of the organisation, with a field for each of its values. WhatsApp takes nothing else as the first message. */
export function TemplateField({ rules }: { readonly rules: MessageRules }) {
  const words = useMessageWords().template
  const { control } = useFormContext<MessageDraft>()
  const channel = useWatch({ control, name: 'channel' })
  const templateId = useWatch({ control, name: 'templateId' })
  const error = useQuietError('templateId')
  const change = useLaidChange(rules)
  const templates = templatesFor(rules, channel)
  const isNeeded = channel === 'whatsapp'
  if (templates.length === 0) return isNeeded ? <p>{words.noneOffered}</p> : null
  return (
    <>
      <Field
        label={words.label}
        error={error}
        hint={isNeeded ? words.required : undefined}
        required={isNeeded}
        optional={!isNeeded}
      >
        {(props) => (
          <select
            {...props}
            name="templateId"
            value={templateId}
            onChange={({ currentTarget }) => change({ templateId: currentTarget.value })}
          >
            <option value="">{isNeeded ? words.choose : words.none}</option>
            {templates.map((template) => (
              <option key={template.templateId} value={template.templateId}>
                {template.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TemplateValues />
    </>
  )
}

function TemplateValues() {
  const words = useMessageWords().template
  const { control, register, getValues } = useFormContext<MessageDraft>()
  // The names; what is typed into the fields is registered.
  useWatch({ control, name: 'templateId' })
  const { errors } = useFormState({ control, name: 'templateValues' })
  const values = getValues('templateValues')
  if (values.length === 0) return null
  return (
    <fieldset className="tl-template-values tl-stack">
      <legend>{words.values}</legend>
      {values.map(({ name }, row) => (
        <Field
          key={name}
          label={name}
          isWritten
          error={errors.templateValues?.[row]?.value?.message}
          required
        >
          {(props) => (
            <input
              {...props}
              {...register(`templateValues.${row}.value`)}
              type="text"
              dir="auto"
              autoComplete="off"
            />
          )}
        </Field>
      ))}
    </fieldset>
  )
}
