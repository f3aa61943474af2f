import { useFieldArray, useFormContext, useFormState, useWatch } from 'react-hook-form'
import { referencesByteLimit } from '../core/limits.ts'
import { referenceTypes, type ReferenceType } from '../core/references.ts'
import type { TaskRequest } from '../core/task.ts'
import type { TaskDraft } from '../core/task-draft.ts'
import { ByteMeter } from './byte-meter.tsx'
import { useReferenceFigures } from './draft-figures.ts'
import { EditableRow, EditableRows } from './editable-rows.tsx'
import { Field } from './field.tsx'
import { listMessage } from './list-errors.ts'
import { usePanelSetting } from './panel-setting.ts'

const inputByType = {
  URL: { type: 'text', inputMode: 'url', dir: 'ltr' },
  NUMBER: { type: 'text', inputMode: 'decimal', dir: 'ltr' },
  STRING: { type: 'text', inputMode: 'text', dir: 'auto' },
  DATE: { type: 'datetime-local', inputMode: 'text', dir: 'ltr' },
  EMAIL: { type: 'text', inputMode: 'email', dir: 'ltr' },
} as const satisfies Record<ReferenceType, object>

/** What the task points at, a row each. */
export function ReferenceRows() {
  const { messages } = usePanelSetting()
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { fields, append, remove } = useFieldArray({ control, name: 'references' })
  const { errors } = useFormState({ control, name: 'references' })
  return (
    <EditableRows
      words={messages.references}
      rows={fields}
      renderRow={(index, onRemove) => <ReferenceRow index={index} onRemove={onRemove} />}
      onAdd={() => append({ name: '', type: 'URL', value: '' })}
      onRemove={remove}
      error={listMessage(errors.references)}
    >
      <ReferenceMeter />
    </EditableRows>
  )
}

function ReferenceRow({ index, onRemove }: { readonly index: number; readonly onRemove: () => void }) {
  const { messages } = usePanelSetting()
  const words = messages.references
  const { control, register, setValue } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { errors } = useFormState({ control, name: `references.${index}` })
  const [type, name] = useWatch({ control, name: [`references.${index}.type`, `references.${index}.name`] })
  const rowErrors = errors.references?.[index]
  const typeField = register(`references.${index}.type`)
  return (
    <EditableRow
      className="tl-reference-row"
      legend={words.row(index + 1)}
      removeLabel={words.remove(index + 1, name)}
      onRemove={onRemove}
    >
      <Field label={words.type}>
        {(props) => (
          <select
            {...props}
            {...typeField}
            onChange={(event) => {
              // A date input refuses any text but a date, and a date is no text worth keeping elsewhere.
              if (event.currentTarget.value === 'DATE' || type === 'DATE') {
                setValue(`references.${index}.value`, '')
              }
              void typeField.onChange(event)
            }}
          >
            {referenceTypes.map((each) => (
              <option key={each} value={each}>
                {words.typeName(each)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={words.name} error={rowErrors?.name?.message}>
        {(props) => (
          <input
            {...props}
            {...register(`references.${index}.name`)}
            type="text"
            dir="auto"
            autoComplete="off"
          />
        )}
      </Field>
      <Field label={words.value} error={rowErrors?.value?.message} hint={words.hint[type]}>
        {(props) => (
          <input
            key={type === 'DATE' ? 'date' : 'text'}
            {...props}
            {...register(`references.${index}.value`)}
            {...inputByType[type]}
            autoComplete="off"
          />
        )}
      </Field>
    </EditableRow>
  )
}

function ReferenceMeter() {
  const { usedBytes } = useReferenceFigures()
  const words = usePanelSetting().messages.references
  return <ByteMeter label={words.meter} usedBytes={usedBytes} limitBytes={referencesByteLimit} />
}
