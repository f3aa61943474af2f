import { useId, useReducer, useRef, useState, type MouseEvent } from 'react'
import { useFieldArray, useFormContext, useFormState, type FieldError } from 'react-hook-form'
import { attributesByteLimit } from '../../core/fields/attributes/attribute.ts'
import { mendedKey } from '../../core/fields/attributes/mended-key.ts'
import { accessTo, type FieldRule } from '../../core/fields/field-rule.ts'
import type { Issue } from '../../core/issues/issues.ts'
import {
  attributeRule,
  attributesAccess,
  shownAttributes,
} from '../../core/fields/attributes/attributes-rule.ts'
import { ByteMeter, BytesInLine } from '../controls/byte-meter.tsx'
import { controlNamed } from '../controls/focus/focus-control.ts'
import type { AttributesValues } from '../form-model/draft/draft-form.ts'
import { attributeChanges } from '../form-model/draft/draft-changes.ts'
import { useAttributeFigures } from '../form-model/counters/use-figures.ts'
import { EditableRow } from '../controls/rows/editable-row.tsx'
import { EditableRows } from '../controls/rows/editable-rows.tsx'
import { RowField } from '../controls/rows/row-field.tsx'
import { CopyAttributes } from './copy-attributes.tsx'
import { usePasteAttributes } from './use-paste-attributes.ts'
import { InheritedAttributes, showInherited } from './inherited-attributes.tsx'
import { useFormats, useLateMessages } from '../late/late-messages.ts'
import { listMessage } from '../form-model/errors/list-errors.ts'
import { WithMissing } from '../controls/with-missing.tsx'
import { useFieldRules } from '../form-model/rules/form-rules.ts'
import { usePanelSetting } from '../setting/panel-setting.ts'
import type { Inheritance } from '../contact/use-inheritance.ts'

interface AttributesSummaryProps {
  readonly inheritance: Inheritance
  readonly isMissingWrong?: boolean
}

export function AttributesSummary({ inheritance, isMissingWrong = false }: AttributesSummaryProps) {
  const words = useLateMessages().attributes
  const { status } = inheritance
  const { ownCount, missingCount, inheritedCount, totalBytes } = useAttributeFigures(inheritance)
  const inherited = status === 'loading' || status === 'unread' ? status : inheritedCount
  const isEmpty = ownCount === 0 && inherited === 0
  const held = isEmpty ? '' : words.summary(ownCount, inherited)
  return (
    <>
      <WithMissing count={missingCount} isWrong={isMissingWrong}>
        {held || (missingCount === 0 ? words.empty : '')}
      </WithMissing>
      <BytesInLine usedBytes={totalBytes} limitBytes={attributesByteLimit} />
    </>
  )
}

/** The task's own attributes, one row each. The inherited ones stand below them. */
export function AttributeRows({ inheritance }: { readonly inheritance: Inheritance }) {
  const words = useLateMessages().attributes
  const rules = useFieldRules()
  const shown = shownAttributes(rules)
  const { control, getValues } = useFormContext<AttributesValues>()
  const { fields, append, remove, insert } = useFieldArray({ control, name: 'attributes' })
  const paste = usePasteAttributes()
  const { errors } = useFormState({ control, name: 'attributes' })
  const lockedId = useId()
  const isRuled = (index: number) => shown[index] !== undefined && shown[index] === fields[index]?.key
  return (
    <EditableRows
      words={words}
      heads={[words.key, words.value]}
      className="tl-attribute-row"
      lockedId={fields.some((_, index) => isRuled(index)) ? lockedId : undefined}
      isAsked={fields.every(
        ({ key }, index) => !isRuled(index) || accessTo(attributeRule(rules, key)) === 'editable',
      )}
      list={{
        rows: fields,
        add:
          attributesAccess(rules) === 'editable'
            ? () => append({ key: '', value: '' }, { shouldFocus: false })
            : undefined,
        remove: (index) => {
          const removed = { ...getValues(`attributes.${index}`) }
          remove(index)
          return () => insert(index, removed, { shouldFocus: false })
        },
        paste,
        hasLines: true,
      }}
      renderRow={(index, onRemove, { key }) => (
        <AttributeRow
          index={index}
          rule={isRuled(index) ? attributeRule(rules, key) : undefined}
          lockedId={lockedId}
          keyError={errors.attributes?.[index]?.key}
          valueError={errors.attributes?.[index]?.value?.message}
          onRemove={onRemove}
        />
      )}
      error={listMessage(errors.attributes)}
    >
      <InheritedAttributes inheritance={inheritance} />
      <AttributeMeter inheritance={inheritance} />
      <CopyAttributes inheritance={inheritance} />
    </EditableRows>
  )
}

interface AttributeRowProps {
  readonly index: number
  /** The rule for a row that the organisation's rules have added. */
  readonly rule: FieldRule<string> | undefined
  readonly lockedId: string
  readonly keyError: FieldError | undefined
  readonly valueError: string | undefined
  readonly onRemove: (press: MouseEvent) => void
}

function AttributeRow({ index, rule, lockedId, keyError, valueError, onRemove }: AttributeRowProps) {
  const { messages } = usePanelSetting()
  const words = useLateMessages().attributes
  const form = useFormContext<AttributesValues>()
  const { register, getValues } = form
  const { typed } = attributeChanges(form)
  const valueLabel = rule?.isRequired ? messages.fields.required(words.value) : words.value
  // Read once: a row that gets other values is mounted again.
  const [hasLines] = useState(() => getValues(`attributes.${index}.value`).includes('\n'))
  // A `watch` in each row would run for every key in every other row.
  const [, drawAgain] = useReducer((drawings: number) => drawings + 1, 0)
  const keyTyped = () => {
    drawAgain()
    typed()
  }
  const isRefused = keyError?.type === ('attribute-key-invalid' satisfies Issue['code'])
  const mended = isRefused ? mendedKey(getValues(`attributes.${index}.key`)) : undefined
  const keyRef = useRef<HTMLInputElement | null>(null)
  const keyField = register(`attributes.${index}.key`, { onChange: keyTyped })
  const take = (key: string) => {
    form.setValue(`attributes.${index}.key`, key, { shouldDirty: true, shouldValidate: true })
    keyRef.current?.focus()
    keyTyped()
  }
  return (
    <EditableRow
      className="tl-attribute-row"
      legend={words.row(index + 1)}
      removeLabel={words.remove(index + 1, getValues(`attributes.${index}.key`))}
      onRemove={rule ? undefined : onRemove}
      isLocked={accessTo(rule) !== 'editable'}
    >
      <RowField
        label={words.key}
        error={keyError?.message}
        remedy={
          mended === undefined ? undefined : { words: words.offerKey(mended), apply: () => take(mended) }
        }
        access={rule ? 'locked' : 'editable'}
        lockedBy={lockedId}
      >
        {(props) => (
          <input
            {...props}
            {...keyField}
            ref={(input) => {
              keyField.ref(input)
              keyRef.current = input
            }}
            type="text"
            dir="ltr"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
          />
        )}
      </RowField>
      <RowField
        label={valueLabel}
        error={valueError}
        access={accessTo(rule)}
        lockedBy={lockedId}
        required={rule?.isRequired === true}
      >
        {(props) => {
          const field = {
            ...props,
            ...register(`attributes.${index}.value`, { onChange: typed }),
            dir: 'auto',
            autoComplete: 'off',
            placeholder: rule?.isRequired ? words.required : undefined,
          }
          // A field of one line would hide line breaks, and lose them with the next key.
          return hasLines ? <textarea {...field} rows={2} /> : <input {...field} type="text" />
        }}
      </RowField>
    </EditableRow>
  )
}

function AttributeMeter({ inheritance }: { readonly inheritance: Inheritance }) {
  const formats = useFormats()
  const words = useLateMessages().attributes
  const { ownBytes, inheritedBytes, hiddenBytes, totalBytes, largest } = useAttributeFigures(inheritance)
  const { status } = inheritance
  const [own, inherited] = [formats.number(ownBytes), formats.number(inheritedBytes)]
  const sources = () => {
    if (status === 'loading' || status === 'unread') return words.splitUnknown(own)
    return hiddenBytes === 0
      ? words.split(own, inherited)
      : words.splitHidden(own, inherited, formats.number(hiddenBytes))
  }
  return (
    <ByteMeter
      label={words.meter}
      usedBytes={totalBytes}
      limitBytes={attributesByteLimit}
      detail={sources()}
      largest={largest}
      onShow={({ row, name }, button) => {
        if (row === undefined) showInherited(button, name)
        else if (button.form) controlNamed(button.form, `attributes.${row}.value`)?.focus()
      }}
    />
  )
}
