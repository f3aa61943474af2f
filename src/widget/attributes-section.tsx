import { useState } from 'react'
import { useFieldArray, useFormContext, useFormState, useWatch } from 'react-hook-form'
import { attributeBudget, inheritedBeside, type Attribute } from '../core/attributes.ts'
import type { TaskRequest } from '../core/task.ts'
import type { TaskDraft } from '../core/task-draft.ts'
import { ByteMeter } from './byte-meter.tsx'
import { Field, FieldError } from './field.tsx'
import { InheritedAttributes, type Inheritance } from './inherited-attributes.tsx'
import { listMessage } from './list-errors.ts'
import { usePanelSetting } from './panel-setting.ts'
import { useRowFocus } from './use-row-focus.ts'

/** The task's own attributes, a row each, above those it gets from its contact. */
export function AttributeRows({ inheritance }: { readonly inheritance: Inheritance }) {
  const { messages } = usePanelSetting()
  const words = messages.attributes
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { fields, append, remove } = useFieldArray({ control, name: 'attributes' })
  const { errors } = useFormState({ control, name: 'attributes' })
  const [announcement, setAnnouncement] = useState('')
  const { rowsRef, addRef, focusAfterRemoving } = useRowFocus()
  return (
    <div className="tl-stack">
      <p className="tl-hint">{words.help}</p>
      <ol className="tl-rows" ref={rowsRef}>
        {fields.map(({ id }, index) => (
          <AttributeRow
            key={id}
            index={index}
            onRemove={() => {
              remove(index)
              setAnnouncement(words.removed)
              focusAfterRemoving(index)
            }}
          />
        ))}
      </ol>
      <button ref={addRef} type="button" onClick={() => append({ key: '', value: '' })}>
        {words.add}
      </button>
      <InheritedAttributes inheritance={inheritance} />
      <AttributeMeter inherited={inheritance.attributes} />
      <FieldError error={listMessage(errors.attributes)} />
      <span className="tl-visually-hidden" role="status">
        {announcement}
      </span>
    </div>
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
    <li>
      <fieldset className="tl-row tl-attribute-row">
        <legend className="tl-visually-hidden">{words.row(index + 1)}</legend>
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
        <button
          type="button"
          className="tl-remove"
          aria-label={words.remove(index + 1, key)}
          onClick={onRemove}
        >
          <span aria-hidden="true">✕</span>
        </button>
      </fieldset>
    </li>
  )
}

const isFilled = ({ key, value }: Attribute) => key !== '' || value !== ''

function useOwnAttributes(): readonly Attribute[] {
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  return useWatch({ control, name: 'attributes' }).filter(isFilled)
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

export function AttributesSummary({ inherited }: { readonly inherited: readonly Attribute[] }) {
  const { messages, formats } = usePanelSetting()
  const own = useOwnAttributes()
  const budget = attributeBudget(own, inherited)
  const inheritedCount = inheritedBeside(own, inherited).length
  if (own.length + inheritedCount === 0) return messages.attributes.empty
  return messages.attributes.summary(
    own.length,
    inheritedCount,
    formats.number(budget.totalBytes),
    formats.number(budget.limitBytes),
  )
}
