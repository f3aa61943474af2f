import { useId } from 'react'
import { accessTo } from '../../../core/fields/field-rule.ts'
import { useFieldArray, useFormContext, useFormState } from 'react-hook-form'
import {
  allowedReferenceTypes,
  referenceRule,
  referencesAccess,
  shownReferences,
  startReferenceType,
} from '../../../core/fields/references/references-rule.ts'
import { referencesByteLimit } from '../../../core/fields/references/reference.ts'
import {
  isRowEmpty,
  newReferenceRow,
  recognizeReference,
} from '../../../core/fields/references/reference-kinds.ts'
import type { TaskRequest, TaskDraft } from '../../../core/task/task-parts.ts'
import { ByteMeter } from '../../controls/byte-meter.tsx'
import type { PastedRow } from '../../form-model/rows/pasted-row.ts'
import { fillRows } from '../../form-model/rows/fill-rows.ts'
import { useReferenceFigures } from '../../form-model/counters/use-figures.ts'
import { findControl } from '../../controls/focus/focus-control.ts'
import { EditableRows } from '../../controls/rows/editable-rows.tsx'
import { useLateMessages } from '../../late/late-messages.ts'
import { ReferenceRow } from './reference-row.tsx'
import { listMessage } from '../../form-model/errors/list-errors.ts'
import { useTimeZone } from '../../form-model/use-time-zone.ts'
import { useFieldRules } from '../../form-model/rules/form-rules.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'

/** The references of the task, a row each. */
export function ReferenceRows() {
  const words = useLateMessages().references
  const rules = useFieldRules()
  const shown = shownReferences(rules)
  const { control, getValues } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { fields, append, remove, insert, update } = useFieldArray({ control, name: 'references' })
  const { errors } = useFormState({ control, name: 'references' })
  const lockedId = useId()
  const { locale } = usePanelSetting()
  const timeZone = useTimeZone()
  const startType = startReferenceType(rules)
  const allowed = allowedReferenceTypes(rules)
  const { urlHosts = [] } = rules.references ?? {}
  const pastedRow = ({ name, value }: PastedRow) => {
    const found = recognizeReference(value, allowed, { locale, timeZone })
    return { name, type: found?.type ?? startType, value: found?.value ?? value }
  }
  const isRuled = (index: number) => shown[index] !== undefined && shown[index] === fields[index]?.name
  return (
    <EditableRows
      words={words}
      heads={[words.name, words.value]}
      className="tl-reference-row"
      lockedId={fields.some((_, index) => isRuled(index)) ? lockedId : undefined}
      isAsked={fields.every(
        ({ name }, index) => !isRuled(index) || accessTo(referenceRule(rules, name)) === 'editable',
      )}
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
              rows: pasted.map(pastedRow),
            },
          ),
      }}
      renderRow={(index, onRemove, { name }) => (
        <ReferenceRow
          index={index}
          rule={isRuled(index) ? referenceRule(rules, name) : undefined}
          lockedId={lockedId}
          onRemove={onRemove}
          onFiles={() => {
            if (isRowEmpty({ ...getValues(`references.${index}`) })) remove(index)
          }}
        />
      )}
      error={listMessage(errors.references)}
    >
      {allowed.includes('URL') && urlHosts.length > 0 && <p className="tl-hint">{words.hosts(urlHosts)}</p>}
      <ReferenceMeter />
    </EditableRows>
  )
}

/** Shows how many of the 4,096 bytes the references use. */
export function ReferenceMeter() {
  const { usedBytes, largest } = useReferenceFigures()
  const words = useLateMessages().references
  return (
    <ByteMeter
      label={words.meter}
      usedBytes={usedBytes}
      limitBytes={referencesByteLimit}
      largest={largest}
      // Finds the control by its name: a date or a yes/no field of a template is not registered with react-hook-form.
      onShow={({ row = 0 }, button) => {
        const form = button.closest('form')
        if (form) findControl(form, `references.${row}.value`)?.focus()
      }}
    />
  )
}
