import { useId } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import {
  carryReference,
  foundInstant,
  type FoundReference,
} from '../../../core/fields/references/carried-reference.ts'
import type { ReferenceDraft } from '../../../core/fields/references/reference.ts'
import type { TaskDraft, TaskRequest } from '../../../core/task/task-parts.ts'
import { useFieldRules } from '../../form-model/rules/form-rules.ts'
import { useTimeZone } from '../../form-model/use-time-zone.ts'
import { useFormats, useLateMessages } from '../../late/late-messages.ts'

export interface ContactReferenceProps {
  readonly found: FoundReference
  readonly onAdded: () => void
}

/** A reference of the contact, with a button that adds it to the task, or the reason why it cannot be added. */
export function ContactReference({ found, onAdded }: ContactReferenceProps) {
  const words = useLateMessages().contactReferences
  const nameId = useId()
  const rules = useFieldRules()
  const timeZone = useTimeZone()
  const { control, getValues, setValue } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const rows = useWatch({ control, name: 'references' })
  const carried = carryReference(found, { rows, rules, timeZone })
  const name = found.name || words.unnamed
  const carry = () => {
    const before = getValues('references')
    const now = carryReference(found, { rows: before, rules, timeZone })
    if (!('row' in now)) return
    setValue('references', withRow(before, now.row, now.inPlaceOf), { shouldDirty: true })
    onAdded()
  }
  return (
    <li className="tl-carried-row" aria-labelledby={nameId}>
      <bdi id={nameId} title={name}>
        {name}
      </bdi>
      {found.value && <ShownValue found={found} />}
      {'why' in carried ? (
        <span className="tl-hint tl-carried-why">{words.why[carried.why]}</span>
      ) : (
        // The button stays after the press: otherwise the focus would be lost.
        <button
          type="button"
          className="tl-quiet"
          aria-label={'isAdded' in carried ? words.addedOf(name) : words.addOf(name)}
          aria-disabled={'isAdded' in carried || undefined}
          onClick={carry}
        >
          {'isAdded' in carried ? words.added : words.add}
        </button>
      )}
    </li>
  )
}

/** Adds the reference. An empty last row, which the panel only offered, is replaced. */
function withRow(
  rows: readonly ReferenceDraft[],
  row: ReferenceDraft,
  inPlaceOf: number | undefined,
): ReferenceDraft[] {
  if (inPlaceOf !== undefined) return rows.map((each, index) => (index === inPlaceOf ? row : each))
  const last = rows.at(-1)
  const isLastEmpty = last?.name === '' && last.value === ''
  return [...(isLastEmpty ? rows.slice(0, -1) : rows), row]
}

/** The value on one line. A date has the format of the agent's language. */
function ShownValue({ found: { type, value = '' } }: Pick<ContactReferenceProps, 'found'>) {
  const { instant } = useFormats()
  const moment = type === 'DATE' ? foundInstant(value) : undefined
  const shown = moment ? instant(moment) : value
  return (
    <bdi className="tl-carried-value" title={shown}>
      {shown}
    </bdi>
  )
}
