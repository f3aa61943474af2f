import { useId, useRef, type ChangeEvent, type MouseEvent } from 'react'
import { useFormContext, useFormState, useWatch } from 'react-hook-form'
import { accessTo, type FieldRule } from '../../../core/fields/field-rule.ts'
import type { TaskRequest, TaskDraft } from '../../../core/task/task-parts.ts'
import { isRowEmpty } from '../../../core/fields/references/reference-kinds.ts'
import { EditableRow } from '../../controls/rows/editable-row.tsx'
import { RowField } from '../../controls/rows/row-field.tsx'
import { useFieldRules } from '../../form-model/rules/form-rules.ts'
import { useLateMessages } from '../../late/late-messages.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { useFileRow } from './files/use-file-row.ts'
import { DateSaid } from './date-said.tsx'
import { referenceLooks } from './reference-looks.ts'
import { ReferenceTypeField } from './reference-type-field.tsx'
import { useReferenceType } from './use-reference-type.ts'

interface ReferenceRowProps {
  readonly index: number
  /** The rule for a row that the organisation's rules have added. */
  readonly rule: FieldRule<string> | undefined
  readonly lockedId: string
  readonly onRemove: (press: MouseEvent) => void
  /** Called when the agent has chosen files instead of this row. */
  readonly onFiles: () => void
}

export function ReferenceRow({ index, rule, lockedId, onRemove, onFiles }: ReferenceRowProps) {
  const { messages } = usePanelSetting()
  const { references: words, files: fileWords } = useLateMessages()
  const { control, register, getValues } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { errors } = useFormState({ control, name: `references.${index}` })
  const [type, name] = useWatch({ control, name: [`references.${index}.type`, `references.${index}.name`] })
  const valueRef = useRef<HTMLInputElement>(null)
  const saidId = useId()
  const isDate = type === 'DATE'
  const { choosePasted, chooseLeft, chosen, remedyFor } = useReferenceType(
    index,
    rule !== undefined,
    valueRef,
  )
  const { isFile, isInstead, buttonRef, turn, turnBack, choose } = useFileRow(
    () => isRowEmpty({ ...getValues(`references.${index}`) }),
    onFiles,
  )
  const rowErrors = errors.references?.[index]
  const hosts = useFieldRules().references?.urlHosts
  const access = accessTo(rule)
  const isOpen = access === 'editable'
  const hint = type === 'URL' && hosts && hosts.length > 0 ? words.hosts(hosts) : words.kinds[type].hint
  const valueLabel = rule?.isRequired ? messages.fields.required(words.value) : words.value
  const value = register(`references.${index}.value`, {
    onChange: ({ nativeEvent, target }: ChangeEvent<HTMLInputElement>) => {
      if ('inputType' in nativeEvent && nativeEvent.inputType === 'insertFromPaste') {
        choosePasted(target.value)
      }
    },
  })
  return (
    <EditableRow
      className={isInstead ? 'tl-reference-row tl-row-without-fields' : 'tl-reference-row'}
      legend={words.row(index + 1)}
      removeLabel={words.remove(index + 1, name)}
      onRemove={rule ? undefined : onRemove}
      isLocked={!isOpen}
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
        hint={isOpen ? hint : undefined}
        remedy={isOpen ? remedyFor(rowErrors?.value?.type) : undefined}
        access={access}
        lockedBy={lockedId}
        required={rule?.isRequired === true}
      >
        {({ 'aria-describedby': described = '', ...props }) => (
          <>
            <input
              key={isDate ? 'date' : 'text'}
              {...props}
              aria-describedby={[described, isDate ? saidId : ''].join(' ').trim() || undefined}
              {...value}
              ref={(input) => {
                value.ref(input)
                valueRef.current = input
              }}
              {...referenceLooks[type].input}
              autoComplete="off"
              placeholder={
                isOpen ? words.kinds[type].hint || (rule?.isRequired ? words.required : '') : undefined
              }
              onBlur={(event) => {
                chooseLeft(event.currentTarget.value)
                void value.onBlur(event)
              }}
            />
            {isDate && <DateSaid id={saidId} index={index} />}
          </>
        )}
      </RowField>
      <ReferenceTypeField
        index={index}
        type={type}
        isRuled={rule !== undefined}
        isFile={isFile}
        onChosen={(next) => {
          turnBack()
          chosen(next)
        }}
        onFile={turn}
      />
      {isFile && (
        <button type="button" className="tl-row-file" ref={buttonRef} onClick={choose}>
          {fileWords.choose}
        </button>
      )}
    </EditableRow>
  )
}
