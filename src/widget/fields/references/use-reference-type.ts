import { useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { useFormContext } from 'react-hook-form'
import { mendedValue, recognizeReference } from '../../../core/fields/references/reference-kinds.ts'
import { allowedReferenceTypes, startReferenceType } from '../../../core/fields/references/references-rule.ts'
import type { ReferenceType } from '../../../core/fields/references/reference.ts'
import type { TaskDraft, TaskRequest } from '../../../core/task/task-parts.ts'
import { NoteChangeContext } from '../../controls/rows/row-changes.ts'
import { valueAs, type TypedValue } from '../../form-model/rows/typed-value.ts'
import { useTimeZone } from '../../form-model/use-time-zone.ts'
import { useFieldRules } from '../../form-model/rules/form-rules.ts'
import { useLateMessages } from '../../late/late-messages.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { use } from '../../setting/react-19.ts'
import { referenceLooks } from './reference-looks.ts'

/** A value that the panel offers in place of one that is refused. */
interface Remedy {
  readonly words: string
  readonly apply: () => void
}

/** The type of a reference: the agent's choice, or else the type that the value certainly has. */
export function useReferenceType(
  index: number,
  isRuled: boolean,
  valueRef: RefObject<HTMLInputElement | null>,
) {
  const { getValues, setValue, clearErrors, getFieldState } = useFormContext<
    TaskDraft,
    unknown,
    TaskRequest
  >()
  const { references: words, rows: rowWords } = useLateMessages()
  const { locale } = usePanelSetting()
  const timeZone = useTimeZone()
  const rules = useFieldRules()
  const note = use(NoteChangeContext)
  const allowed = allowedReferenceTypes(rules)
  const path = `references.${index}` as const
  // If a row starts with a value, its type was chosen before: do not change it.
  const [isKept] = useState(() => getValues(`${path}.value`) !== '')
  const isChosen = useRef(isKept)
  const reading = { locale, timeZone }

  const put = ({ type, value }: TypedValue, isJudged = false) => {
    setValue(`${path}.type`, type)
    setValue(`${path}.value`, value, { shouldValidate: isJudged })
  }
  // A date has another input, which must get the focus.
  const putAndGoOn = (typed: TypedValue, isJudged = false) => {
    flushSync(() => put(typed, isJudged))
    valueRef.current?.focus()
  }
  const choose = (value: string, place: (typed: TypedValue) => void) => {
    if (isRuled || isChosen.current || value.trim() === '') return
    const before = { type: getValues(`${path}.type`), value }
    const found = recognizeReference(value, allowed, reading) ?? { type: startReferenceType(rules), value }
    if (found.type === before.type) return
    place(found)
    const undo = () => {
      isChosen.current = true
      putAndGoOn(before)
    }
    note({ words: rowWords.changedTo(index + 1, words.kinds[found.type].name), undo, of: index })
  }
  const takeBy = (label: string, typed: TypedValue): Remedy => ({
    words: label,
    apply: () => {
      isChosen.current = true
      putAndGoOn(typed, true)
    },
  })
  return {
    /** After a text was pasted into the value. */
    choosePasted: (value: string) => choose(value, putAndGoOn),
    /** After the agent has left the value. */
    chooseLeft: (value: string) => choose(value, put),
    /** The agent chose a type. */
    chosen: (type: ReferenceType) => {
      isChosen.current = true
      const before = { ...getValues(path) }
      const value = valueAs(type, before, reading)
      const { error } = getFieldState(`${path}.value`)
      // The complaint was about the former type.
      clearErrors(`${path}.value`)
      put({ type, value }, error !== undefined && value !== '')
      if (value === '' && before.value.trim() !== '') {
        const undo = () => putAndGoOn(before, true)
        note({ words: rowWords.emptied(index + 1, words.kinds[type].name), undo, of: index })
      }
    },
    /** The value or type to offer for this complaint. */
    remedyFor: (complaint: string | undefined): Remedy | undefined => {
      const { type, value } = getValues(path)
      if (complaint === undefined || complaint !== referenceLooks[type].mendedAt) return undefined
      const mended = mendedValue(type, value)
      if (mended !== undefined) {
        return takeBy(type === 'URL' ? words.addScheme : words.offerValue(mended), { type, value: mended })
      }
      if (isRuled || !allowed.includes('STRING')) return undefined
      return takeBy(words.offerText, { type: 'STRING', value })
    },
  }
}
