import { useFormContext, useFormState, useWatch } from 'react-hook-form'
import { templatesFor } from '../../../core/message/fields/content/content.ts'
import { offeredText } from '../../../core/message/fields/content/text.ts'
import type { MessageDraft, MessageRules } from '../../../core/message/message-parts.ts'
import { Field } from '../../controls/field.tsx'
import { useQuietError } from '../../form-model/errors/use-quiet-error.ts'
import { useMessageWords } from '../mode/message-words.ts'
import { useLaidChange } from '../model/use-laid-change.ts'
import { ReplacedText, useOwnText } from './own-text.tsx'
import { valueName } from './value-name.ts'
import { TemplatePreview } from './template-preview.tsx'

/** The list has texts and templates, so their values have different prefixes. */
const textChoice = (textId: string) => `text ${textId}`
const templateChoice = (templateId: string) => `template ${templateId}`

/**
 * Lets the agent choose a ready-made text, which fills the message, or a template, which has a field for each value. The first
 * message on WhatsApp must be a template.
 */
export function StartFrom({ rules }: { readonly rules: MessageRules }) {
  const words = useMessageWords().template
  const { control, setValue } = useFormContext<MessageDraft>()
  const [channel, templateId, text] = useWatch({ control, name: ['channel', 'templateId', 'text'] })
  const error = useQuietError('templateId')
  const change = useLaidChange(rules)
  const isNeeded = channel === 'whatsapp'
  const ready = offeredText(text, rules)
  const { own, keepOwn } = useOwnText(ready !== undefined)
  const templates = templatesFor(rules, channel)
  const texts = isNeeded ? [] : rules.texts
  if (templates.length + texts.length === 0) return isNeeded ? <p>{words.noneOffered}</p> : null
  const isFree = !isNeeded && rules.freeText
  const chosen = templates.find((template) => template.templateId === templateId)
  const put = (next: string) => setValue('text', next, { shouldDirty: true, shouldValidate: true })
  const choose = (value: string) => {
    const chosenText = texts.find(({ textId }) => textChoice(textId) === value)
    const chosenTemplate = templates.find((template) => templateChoice(template.templateId) === value)
    change({ templateId: chosenTemplate?.templateId ?? '' })
    if (chosenText || (value === '' && !isFree)) {
      keepOwn()
      put(chosenText?.text ?? '')
    }
    // "Own text": bring back the agent's own text. If there was none, the present text stays.
    else if (value === '' && own !== '') put(own)
  }
  return (
    <>
      <div>
        <Field
          label={isNeeded ? words.label : words.startFrom}
          error={error}
          hint={isNeeded ? words.required : undefined}
          required={!isFree}
          optional={isFree}
        >
          {(props) => (
            <select
              {...props}
              name="templateId"
              value={
                templateId === ''
                  ? ready && !isNeeded
                    ? textChoice(ready.textId)
                    : ''
                  : templateChoice(templateId)
              }
              onChange={({ currentTarget }) => choose(currentTarget.value)}
            >
              <option value="">{isFree ? words.none : words.choose}</option>
              <Choices
                label={words.groups.texts}
                choices={texts.map(({ textId, name }) => ({ value: textChoice(textId), name }))}
              />
              <Choices
                label={words.groups.templates}
                choices={templates.map((each) => ({
                  value: templateChoice(each.templateId),
                  name: each.name,
                }))}
              />
            </select>
          )}
        </Field>
        {isFree && templateId === '' && <ReplacedText own={own} />}
      </div>
      <TemplateValues />
      {chosen && <TemplatePreview template={chosen} />}
    </>
  )
}

interface ChoicesProps {
  readonly label: string
  readonly choices: readonly { readonly value: string; readonly name: string }[]
}

function Choices({ label, choices }: ChoicesProps) {
  if (choices.length === 0) return null
  return (
    <optgroup label={label}>
      {choices.map(({ value, name }) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </optgroup>
  )
}

function TemplateValues() {
  const words = useMessageWords().template
  const { control, register, getValues } = useFormContext<MessageDraft>()
  // Only for the names of the values. The fields themselves are registered with react-hook-form.
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
          label={valueName(name)}
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
