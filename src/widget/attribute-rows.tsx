import { useFieldArray, useFormContext, useFormState, useWatch } from 'react-hook-form'
import { attributeBudget, type Attribute } from '../core/attributes.ts'
import type { TaskRequest } from '../core/task.ts'
import type { TaskDraft } from '../core/task-draft.ts'
import { ByteMeter } from './byte-meter.tsx'
import { useOwnAttributes } from './draft-figures.ts'
import { EditableRow, EditableRows } from './editable-rows.tsx'
import { Field } from './field.tsx'
import { InheritedAttributes } from './inherited-attributes.tsx'
import { listMessage } from './list-errors.ts'
import { usePanelSetting } from './panel-setting.ts'
import type { Inheritance } from './use-inheritance.ts'

/** The task's own attributes, a row each, above those it gets from its contact. */
export function AttributeRows({ inheritance }: { readonly inheritance: Inheritance }) {
  const { messages } = usePanelSetting()
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { fields, append, remove } = useFieldArray({ control, name: 'attributes' })
  const { errors } = useFormState({ control, name: 'attributes' })
  return (
    <EditableRows
      words={messages.attributes}
      rows={fields}
      renderRow={(index, onRemove) => <AttributeRow index={index} onRemove={onRemove} />}
      onAdd={() => append({ key: '', value: '' })}
      onRemove={remove}
      error={listMessage(errors.attributes)}
    >
      <InheritedAttributes inheritance={inheritance} />
      <AttributeMeter inherited={inheritance.attributes} />
    </EditableRows>
  )
}

function AttributeRow({ index, onRemove }: { readonly index: number; readonly onRemove: () => void }) {
  const { messages } = usePanelSetting()
  const words = messages.attributes
  const { control, register } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const key = useWatch({ control, name: `attributes.${index}.key` })
  const { errors } = useFormState({ control, name: `attributes.${index}` })
  const rowErrors = errors.attributes?.[index]
  return (
    <EditableRow
      className="tl-attribute-row"
      legend={words.row(index + 1)}
      removeLabel={words.remove(index + 1, key)}
      onRemove={onRemove}
    >
      <Field label={words.key} error={rowErrors?.key?.message}>
        {(props) => (
          <input
            {...props}
            {...register(`attributes.${index}.key`)}
            type="text"
            dir="ltr"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
          />
        )}
      </Field>
      <Field label={words.value} error={rowErrors?.value?.message}>
        {(props) => (
          <input
            {...props}
            {...register(`attributes.${index}.value`)}
            type="text"
            dir="auto"
            autoComplete="off"
          />
        )}
      </Field>
    </EditableRow>
  )
}

function AttributeMeter({ inherited }: { readonly inherited: readonly Attribute[] }) {
  const { messages, formats } = usePanelSetting()
  const budget = attributeBudget(useOwnAttributes(), inherited)
  return (
    <ByteMeter
      label={messages.attributes.meter}
      usedBytes={budget.totalBytes}
      limitBytes={budget.limitBytes}
      detail={messages.attributes.split(
        formats.number(budget.ownBytes),
        formats.number(budget.inheritedBytes),
      )}
    />
  )
}
