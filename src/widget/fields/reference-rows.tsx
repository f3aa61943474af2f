import { useId } from 'react'
import { useFieldArray, useFormContext, useFormState, useWatch } from 'react-hook-form'
import { accessTo, type FieldRule } from '../../core/fields/field-rule.ts'
import {
  allowedReferenceTypes,
  referenceRule,
  referencesAccess,
  shownReferences,
} from '../../core/fields/references/references-rule.ts'
import { referencesByteLimit, type ReferenceType } from '../../core/fields/references/reference.ts'
import { newReferenceRow } from '../../core/fields/references/reference-kinds.ts'
import type { TaskRequest, TaskDraft } from '../../core/task-parts.ts'
import { ByteMeter } from '../controls/byte-meter.tsx'
import { useReferenceFigures } from '../form-model/use-figures.ts'
import { EditableRow, EditableRows } from '../controls/editable-rows.tsx'
import { Field } from '../controls/field.tsx'
import { useFormats, useLateMessages } from '../late/late-messages.ts'
import { listMessage } from '../form-model/list-errors.ts'
import { WithMissing } from '../controls/with-missing.tsx'
import { useFieldRules } from '../form-model/form-rules.ts'
import { usePanelSetting } from '../panel-setting.ts'

const inputByType = {
  URL: { type: 'text', inputMode: 'url', dir: 'ltr' },
  NUMBER: { type: 'text', inputMode: 'decimal', dir: 'ltr' },
  STRING: { type: 'text', inputMode: 'text', dir: 'auto' },
  DATE: { type: 'datetime-local', inputMode: 'text', dir: 'ltr' },
  EMAIL: { type: 'text', inputMode: 'email', dir: 'ltr' },
} as const satisfies Record<ReferenceType, object>

export function ReferencesSummary() {
  const formats = useFormats()
  const words = useLateMessages().references
  const { count, missingCount, usedBytes } = useReferenceFigures()
  if (count + missingCount === 0) return <span>{words.empty}</span>
  const held =
    count === 0 ? '' : words.summary(count, formats.number(usedBytes), formats.number(referencesByteLimit))
  return <WithMissing count={missingCount}>{held}</WithMissing>
}

/** The references of the task, a row each. */
export function ReferenceRows() {
  const words = useLateMessages().references
  const rules = useFieldRules()
  const shown = shownReferences(rules)
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { fields, append, remove } = useFieldArray({ control, name: 'references' })
  const { errors } = useFormState({ control, name: 'references' })
  return (
    <EditableRows
      words={words}
      rows={fields}
      renderRow={(index, onRemove, { name }) => (
        <ReferenceRow
          index={index}
          rule={shown[index] === name ? referenceRule(rules, name) : undefined}
          onRemove={onRemove}
        />
      )}
      onAdd={
        referencesAccess(rules) === 'editable'
          ? () => append(newReferenceRow(allowedReferenceTypes(rules)[0] ?? 'URL', '', ''))
          : undefined
      }
      onRemove={remove}
      error={listMessage(errors.references)}
    >
      <ReferenceMeter />
    </EditableRows>
  )
}

interface ReferenceRowProps {
  readonly index: number
  /** The rule for a row that the organisation's rules have added. */
  readonly rule: FieldRule<string> | undefined
  readonly onRemove: () => void
}

function ReferenceRow({ index, rule, onRemove }: ReferenceRowProps) {
  const { messages } = usePanelSetting()
  const words = useLateMessages().references
  const { control, register } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { errors } = useFormState({ control, name: `references.${index}` })
  const [type, name] = useWatch({ control, name: [`references.${index}.type`, `references.${index}.name`] })
  const rowErrors = errors.references?.[index]
  const lockedId = useId()
  const rules = useFieldRules()
  const hosts = type === 'URL' ? rules.references?.urlHosts : undefined
  const access = accessTo(rule)
  const locked = rule && {
    id: lockedId,
    words: access === 'editable' ? words.nameLocked : messages.fields.locked,
  }
  return (
    <EditableRow
      className="tl-reference-row"
      legend={words.row(index + 1)}
      removeLabel={words.remove(index + 1, name)}
      onRemove={rule ? undefined : onRemove}
      locked={locked}
    >
      <ReferenceTypeField index={index} type={type} isRuled={rule !== undefined} lockedBy={lockedId} />
      <Field
        label={words.name}
        error={rowErrors?.name?.message}
        access={rule ? 'locked' : 'editable'}
        lockedBy={lockedId}
      >
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
      <Field
        label={rule?.isRequired ? messages.fields.required(words.value) : words.value}
        error={rowErrors?.value?.message}
        hint={hosts && hosts.length > 0 ? words.hosts(hosts) : words.hint[type]}
        access={access}
        lockedBy={lockedId}
        required={rule?.isRequired === true}
      >
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

interface ReferenceTypeFieldProps {
  readonly index: number
  readonly type: ReferenceType
  /** The row comes from the organisation's rules, which set its type. */
  readonly isRuled: boolean
  readonly lockedBy: string
}

function ReferenceTypeField({ index, type, isRuled, lockedBy }: ReferenceTypeFieldProps) {
  const words = useLateMessages().references
  const { register, setValue } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const typeField = register(`references.${index}.type`)
  const allowed = allowedReferenceTypes(useFieldRules())
  // A kept row whose type is no longer allowed still shows its type, with a complaint.
  const choices = allowed.includes(type) ? allowed : [type, ...allowed]
  return (
    <Field label={words.type} access={isRuled ? 'locked' : 'editable'} lockedBy={lockedBy}>
      {(props) =>
        isRuled ? (
          <input {...props} type="text" value={words.typeName(type)} />
        ) : (
          <select
            {...props}
            {...typeField}
            onChange={(event) => {
              // A date input refuses other text, and a date makes no sense as a value of another type.
              if (event.currentTarget.value === 'DATE' || type === 'DATE') {
                setValue(`references.${index}.value`, '')
              }
              void typeField.onChange(event)
            }}
          >
            {choices.map((each) => (
              <option key={each} value={each}>
                {words.typeName(each)}
              </option>
            ))}
          </select>
        )
      }
    </Field>
  )
}

function ReferenceMeter() {
  const { usedBytes } = useReferenceFigures()
  const words = useLateMessages().references
  return <ByteMeter label={words.meter} usedBytes={usedBytes} limitBytes={referencesByteLimit} />
}
