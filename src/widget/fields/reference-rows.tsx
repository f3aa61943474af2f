import { useId, type MouseEvent } from 'react'
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
import { ByteMeter, BytesInLine } from '../controls/byte-meter.tsx'
import { fillRows } from '../form-model/fill-rows.ts'
import { useReferenceFigures } from '../form-model/use-figures.ts'
import { EditableRow } from '../controls/editable-row.tsx'
import { EditableRows } from '../controls/editable-rows.tsx'
import { Icon } from '../controls/icons/icon.tsx'
import type { IconName } from '../controls/icons/icon-paths.ts'
import { RowField } from '../controls/row-field.tsx'
import { useLateMessages } from '../late/late-messages.ts'
import { listMessage } from '../form-model/list-errors.ts'
import { WithMissing } from '../controls/with-missing.tsx'
import { useFieldRules } from '../form-model/form-rules.ts'
import { usePanelSetting } from '../panel-setting.ts'

const inputByType = {
  URL: { type: 'text', inputMode: 'url', dir: 'ltr' },
  NUMBER: { type: 'text', inputMode: 'decimal', dir: 'ltr' },
  STRING: { type: 'text', inputMode: 'text', dir: 'auto' },
  // Without a maximum, browsers take years of six digits.
  DATE: {
    type: 'datetime-local',
    inputMode: 'text',
    dir: 'ltr',
    min: '1000-01-01T00:00',
    max: '9999-12-31T23:59',
  },
  EMAIL: { type: 'text', inputMode: 'email', dir: 'ltr' },
} as const satisfies Record<ReferenceType, object>

const iconByType: Readonly<Record<ReferenceType, IconName>> = {
  URL: 'link',
  NUMBER: 'number',
  STRING: 'text',
  DATE: 'date',
  EMAIL: 'email',
}

export function ReferencesSummary() {
  const words = useLateMessages().references
  const { count, missingCount, usedBytes } = useReferenceFigures()
  if (count + missingCount === 0) return <span>{words.empty}</span>
  return (
    <>
      <WithMissing count={missingCount}>{count === 0 ? '' : words.summary(count)}</WithMissing>
      <BytesInLine usedBytes={usedBytes} limitBytes={referencesByteLimit} />
    </>
  )
}

/** The references of the task, a row each. */
export function ReferenceRows() {
  const words = useLateMessages().references
  const rules = useFieldRules()
  const shown = shownReferences(rules)
  const { control, getValues } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { fields, append, remove, insert, update } = useFieldArray({ control, name: 'references' })
  const { errors } = useFormState({ control, name: 'references' })
  const lockedId = useId()
  const startType = allowedReferenceTypes(rules)[0] ?? 'URL'
  const isRuled = (index: number) => shown[index] !== undefined && shown[index] === fields[index]?.name
  return (
    <EditableRows
      words={words}
      heads={[words.name, words.value]}
      className="tl-reference-row"
      lockedId={fields.some((_, index) => isRuled(index)) ? lockedId : undefined}
      list={{
        rows: fields,
        add:
          referencesAccess(rules) === 'editable'
            ? () =>
                append(newReferenceRow(startType, '', ''), {
                  shouldFocus: false,
                })
            : undefined,
        remove: (index) => {
          const removed = { ...getValues(`references.${index}`) }
          remove(index)
          return () => insert(index, removed, { shouldFocus: false })
        },
        paste: (index, pasted) =>
          fillRows(
            { insert, remove, update },
            {
              index,
              before: { ...getValues(`references.${index}`) },
              rows: pasted.map(({ name, value }) => newReferenceRow(startType, name, value)),
            },
          ),
      }}
      renderRow={(index, onRemove, { name }) => (
        <ReferenceRow
          index={index}
          rule={isRuled(index) ? referenceRule(rules, name) : undefined}
          lockedId={lockedId}
          onRemove={onRemove}
        />
      )}
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
  readonly lockedId: string
  readonly onRemove: (press: MouseEvent) => void
}

function ReferenceRow({ index, rule, lockedId, onRemove }: ReferenceRowProps) {
  const { messages } = usePanelSetting()
  const words = useLateMessages().references
  const { control, register } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { errors } = useFormState({ control, name: `references.${index}` })
  const [type, name] = useWatch({ control, name: [`references.${index}.type`, `references.${index}.name`] })
  const rowErrors = errors.references?.[index]
  const rules = useFieldRules()
  const hosts = type === 'URL' ? rules.references?.urlHosts : undefined
  const access = accessTo(rule)
  // A long list of hosts does not fit in the empty field.
  const isLimited = hosts !== undefined && hosts.length > 0
  const hint = isLimited ? words.hosts(hosts) : words.hint[type]
  const valueLabel = rule?.isRequired ? messages.fields.required(words.value) : words.value
  return (
    <EditableRow
      className="tl-reference-row"
      legend={words.row(index + 1)}
      removeLabel={words.remove(index + 1, name)}
      onRemove={rule ? undefined : onRemove}
    >
      <RowField
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
      </RowField>
      <RowField
        label={valueLabel}
        error={rowErrors?.value?.message}
        hint={access === 'editable' ? hint : undefined}
        isHintShown={isLimited}
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
            placeholder={
              access === 'editable' ? words.hint[type] || (rule?.isRequired ? words.required : '') : undefined
            }
          />
        )}
      </RowField>
      <ReferenceTypeField index={index} type={type} isRuled={rule !== undefined} />
    </EditableRow>
  )
}

interface ReferenceTypeFieldProps {
  readonly index: number
  readonly type: ReferenceType
  /** The row comes from the organisation's rules, which set its type. */
  readonly isRuled: boolean
}

/** The kind of a reference: a list that shows only a picture of its choice, because the row is one line. */
function ReferenceTypeField({ index, type, isRuled }: ReferenceTypeFieldProps) {
  const words = useLateMessages().references
  const { register, setValue } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const typeField = register(`references.${index}.type`)
  const allowed = allowedReferenceTypes(useFieldRules())
  // A kept row whose type is no longer allowed still shows its type, with a complaint.
  const choices = allowed.includes(type) ? allowed : [type, ...allowed]
  if (isRuled) {
    return (
      <span className="tl-kind" title={words.typeName(type)}>
        <Icon name={iconByType[type]} />
        <span className="tl-visually-hidden">{words.typeName(type)}</span>
      </span>
    )
  }
  return (
    <span className="tl-kind" title={words.typeName(type)}>
      <Icon name={iconByType[type]} />
      <select
        {...typeField}
        aria-label={words.type}
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
    </span>
  )
}

function ReferenceMeter() {
  const { usedBytes, largest } = useReferenceFigures()
  const { setFocus } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const words = useLateMessages().references
  return (
    <ByteMeter
      label={words.meter}
      usedBytes={usedBytes}
      limitBytes={referencesByteLimit}
      largest={largest}
      onShow={({ row = 0 }) => setFocus(`references.${row}.value`)}
    />
  )
}
