import { useFieldArray, useFormContext } from 'react-hook-form'
import { isUnfit } from '../../../core/fields/references/reference-rows.ts'
import type { ReferenceDraft } from '../../../core/fields/references/reference.ts'
import type { TaskDraft, TaskRequest } from '../../../core/task/task-parts.ts'
import type { TimeZone } from '../../../core/time/time-zone.ts'
import { CopyButton } from '../../controls/copy-button.tsx'
import { Icon } from '../../controls/icons/icon.tsx'
import { useFieldRules } from '../../form-model/rules/form-rules.ts'
import { useTimeZone } from '../../form-model/use-time-zone.ts'
import { useFormats, useLateMessages } from '../../late/late-messages.ts'

/** Values that have no field in the chosen template. The agent can see, copy and remove them. */
export function UnfitValues() {
  const words = useLateMessages().template
  const rules = useFieldRules()
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { fields: rows, remove } = useFieldArray({ control, name: 'references' })
  const shownOf = useShown()
  const unfit = rows.flatMap((row, index) => (isUnfit(row, rules) ? [{ row, index }] : []))
  return (
    <>
      <p className="tl-visually-hidden" role="status">
        {unfit.length === 0 ? '' : words.unfit(unfit.length)}
      </p>
      {unfit.length > 0 && (
        <details className="tl-unfit">
          <summary>{words.unfit(unfit.length)}</summary>
          <p className="tl-hint">{words.unfitMeans}</p>
          <ul>
            {unfit.map(({ row }) => (
              <li key={row.id}>
                <bdi>{words.unfitValue(row.name, shownOf(row))}</bdi>
              </li>
            ))}
          </ul>
          <div className="tl-inline">
            <CopyButton
              label={words.copyUnfit}
              text={unfit.map(({ row }) => `${row.name}\t${row.value}`).join('\n')}
            />
            <button
              type="button"
              className="tl-quiet"
              onClick={() => remove(unfit.map(({ index }) => index))}
            >
              <Icon name="discard" />
              <span>{words.removeUnfit}</span>
            </button>
          </div>
        </details>
      )}
    </>
  )
}

/**
 * Formats a value for reading. The draft stores yes and no as `true` and `false`, and a date as a time on the agent's clock or
 * as an instant.
 */
function useShown(): (row: ReferenceDraft) => string {
  const formats = useFormats()
  const timeZone = useTimeZone()
  const { yes, no } = useLateMessages().template
  return ({ type, value }) => {
    if (type === 'DATE') {
      const instant = instantOf(value, timeZone)
      return instant ? formats.instant(instant) : value
    }
    if (type !== 'STRING') return value
    return value === 'true' ? yes : value === 'false' ? no : value
  }
}

function instantOf(value: string, timeZone: TimeZone): Date | undefined {
  const placed = timeZone.clockTime(value)
  if (placed.occurs === 'once') return placed.instant
  if (placed.occurs === 'twice') return placed.first
  const instant = new Date(value)
  return value.endsWith('Z') && !Number.isNaN(instant.getTime()) ? instant : undefined
}
