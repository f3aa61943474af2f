import { useState } from 'react'
import { useFieldArray, useFormContext, useFormState, useWatch } from 'react-hook-form'
import { referencesByteLimit } from '../core/limits.ts'
import { referencesByteLength, referenceTypes, type ReferenceType } from '../core/references.ts'
import type { TaskRequest } from '../core/task.ts'
import { referenceFromDraft, type TaskDraft } from '../core/task-draft.ts'
import { ByteMeter } from './byte-meter.tsx'
import { Field, FieldError } from './field.tsx'
import { listMessage } from './list-errors.ts'
import { usePanelSetting } from './panel-setting.ts'
import { useRowFocus } from './use-row-focus.ts'

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
  const words = messages.references
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { fields, append, remove } = useFieldArray({ control, name: 'references' })
  const { errors } = useFormState({ control, name: 'references' })
  const [announcement, setAnnouncement] = useState('')
  const { rowsRef, addRef, focusAfterRemoving } = useRowFocus()
  return (
    <div className="tl-stack">
      <p className="tl-hint">{words.help}</p>
      <ol className="tl-rows" ref={rowsRef}>
        {fields.map(({ id }, index) => (
          <ReferenceRow
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
      <button ref={addRef} type="button" onClick={() => append({ name: '', type: 'URL', value: '' })}>
        {words.add}
      </button>
      <ReferenceMeter />
      <FieldError error={listMessage(errors.references)} />
      <span className="tl-visually-hidden" role="status">
        {announcement}
      </span>
    </div>
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
    <li>
      <fieldset className="tl-row tl-reference-row">
        <legend className="tl-visually-hidden">{words.row(index + 1)}</legend>
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
        <button
          type="button"
          className="tl-remove"
          aria-label={words.remove(index + 1, name)}
          onClick={onRemove}
        >
          <span aria-hidden="true">✕</span>
        </button>
      </fieldset>
    </li>
  )
}

function useReferenceBytes() {
  const { timeZone } = usePanelSetting()
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const references = useWatch({ control, name: 'references' })
  const filled = references.filter(({ name, value }) => name !== '' || value !== '')
  const usedBytes = referencesByteLength(filled.map((each) => referenceFromDraft(each, timeZone)))
  return { count: filled.length, usedBytes }
}

function ReferenceMeter() {
  const { usedBytes } = useReferenceBytes()
  const words = usePanelSetting().messages.references
  return <ByteMeter label={words.meter} usedBytes={usedBytes} limitBytes={referencesByteLimit} />
}

export function ReferencesSummary() {
  const { count, usedBytes } = useReferenceBytes()
  const { messages, formats } = usePanelSetting()
  const words = messages.references
  if (count === 0) return words.empty
  return words.summary(count, formats.number(usedBytes), formats.number(referencesByteLimit))
}
