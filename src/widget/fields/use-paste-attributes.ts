import { useFormContext } from 'react-hook-form'
import type { Attribute } from '../../core/fields/attributes/attribute.ts'
import type { RowsPaste } from '../controls/rows/editable-rows.tsx'
import type { AttributesValues } from '../form-model/draft/draft-form.ts'
import { useFieldRules } from '../form-model/rules/form-rules.ts'
import type { PastedRow } from '../form-model/rows/pasted-row.ts'
import { withPastedAttributes } from '../form-model/rows/pasted-attributes.ts'
import { useLateMessages } from '../late/late-messages.ts'

/** The fields of the pasted rows, which are checked at once. Other fields are checked when the agent leaves them. */
function pathsOf(rows: readonly Attribute[], pasted: readonly PastedRow[]) {
  const names = new Set(pasted.map(({ name }) => name))
  return rows.flatMap(({ key }, row) =>
    names.has(key) ? ([`attributes.${row}.key`, `attributes.${row}.value`] as const) : [],
  )
}

/** Pastes attributes into the rows of the task, as one change that the agent can undo. */
export function usePasteAttributes(): (index: number, pasted: readonly PastedRow[]) => RowsPaste {
  const words = useLateMessages().attributes
  const rules = useFieldRules()
  const { getValues, setValue, clearErrors, trigger } = useFormContext<AttributesValues>()
  const setRows = (rows: readonly Attribute[]) => {
    // react-hook-form keeps complaints by row number, and rows move.
    clearErrors('attributes')
    setValue('attributes', [...rows], { shouldDirty: true })
  }
  return (index, pasted) => {
    const paste = withPastedAttributes(structuredClone(getValues('attributes')), index, pasted, rules)
    const { pastedCount, replacedCount, refusedCount, lastRow } = paste
    if (pastedCount === 0) return { words: words.nonePasted }
    setRows(paste.rows)
    void trigger(pathsOf(paste.rows, pasted))
    return {
      words: words.pasted(pastedCount, replacedCount, refusedCount),
      change: { lastRow, undo: () => setRows(paste.without(getValues('attributes'))) },
    }
  }
}
