import { useFieldArray, useFormContext } from 'react-hook-form'
import { isUnfit } from '../../../core/fields/references/reference-rows.ts'
import type { TaskDraft, TaskRequest } from '../../../core/task/task-parts.ts'
import { CopyButton } from '../../controls/copy-button.tsx'
import { useFieldRules } from '../../form-model/rules/form-rules.ts'
import { useLateMessages } from '../../late/late-messages.ts'

/** The values that have no field in this form: the agent can see, copy and remove them. */
export function UnfitValues() {
  const words = useLateMessages().template
  const rules = useFieldRules()
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { fields: rows, remove } = useFieldArray({ control, name: 'references' })
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
                <bdi>{words.unfitValue(row.name, row.value)}</bdi>
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
              {words.removeUnfit}
            </button>
          </div>
        </details>
      )}
    </>
  )
}
