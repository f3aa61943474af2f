import { memo, useEffect, useRef, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useFormContext, type UseFormReturn } from 'react-hook-form'
import type { Attribute } from '../../core/fields/attributes/attribute.ts'
import { attributeRule } from '../../core/fields/attributes/attributes-rule.ts'
import { accessTo } from '../../core/fields/field-rule.ts'
import { isTag } from '../controls/dom-kinds.ts'
import { controlNamed } from '../controls/focus/focus-control.ts'
import { useFieldRules } from '../form-model/rules/form-rules.ts'
import type { AttributesValues } from '../form-model/draft/draft-form.ts'
import { withOverride } from '../form-model/rows/own-attributes.ts'
import { useLateMessages } from '../late/late-messages.ts'

/** Makes an inherited attribute a row of the task. The value is selected, so that the next key replaces it. */
function override(
  { getValues, setValue }: UseFormReturn<AttributesValues>,
  attribute: Attribute,
  { form }: HTMLButtonElement,
): void {
  const { rows, row } = withOverride(getValues('attributes'), attribute)
  flushSync(() => setValue('attributes', rows, { shouldDirty: true }))
  const field = form && controlNamed(form, `attributes.${row}.value`)
  field?.focus()
  if (isTag(field, 'input', 'textarea')) field.select()
}

interface InheritedRowProps {
  readonly attribute: Attribute
  readonly isOverridden: boolean
}

// `memo`, because the list renders for each key that the agent types in a row.
export const InheritedRow = memo(function InheritedRow({ attribute, isOverridden }: InheritedRowProps) {
  const words = useLateMessages().attributes
  const form = useFormContext<AttributesValues>()
  const { key, value } = attribute
  const canOverride = accessTo(attributeRule(useFieldRules(), key)) === 'editable'
  return (
    <div data-key={key} tabIndex={-1}>
      <dt>
        <bdi title={key}>{key}</bdi>
      </dt>
      <dd>
        <LongValue name={key} isLong={takesManyLines(value)}>
          {isOverridden ? <del dir="auto">{value}</del> : <bdi>{value}</bdi>}
        </LongValue>
        {isOverridden && <span className="tl-muted">{words.overridden}</span>}
        {!isOverridden && canOverride && (
          <button
            type="button"
            className="tl-quiet"
            aria-label={words.overrideOf(key)}
            onClick={({ currentTarget }) => override(form, attribute, currentTarget)}
          >
            {words.override}
          </button>
        )}
      </dd>
    </div>
  )
})

/** True if a value takes more than about four lines of a narrow panel. */
const takesManyLines = (value: string) => value.length > 160 || value.split('\n').length > 4

interface LongValueProps {
  /** The key of the attribute. */
  readonly name: string
  readonly isLong: boolean
  readonly children: ReactNode
}

/** A value. Of one that takes too many lines the first ones, and a button that shows all of it. */
function LongValue({ name, isLong, children }: LongValueProps) {
  const words = useLateMessages().attributes
  const [isWhole, setWhole] = useState(false)
  const [isCut, setCut] = useState(true)
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const text = ref.current
    if (!text || isWhole) return undefined
    // A wide panel has room for all of it.
    const observer = new ResizeObserver(() => setCut(text.scrollHeight > text.clientHeight + 1))
    observer.observe(text)
    return () => observer.disconnect()
  }, [isWhole])
  if (!isLong) return <div>{children}</div>
  return (
    <div className="tl-long">
      <div ref={ref} data-whole={isWhole || undefined}>
        {children}
      </div>
      {(isCut || isWhole) && (
        <button
          type="button"
          className="tl-link"
          aria-label={isWhole ? words.showLessOf(name) : words.showAllOf(name)}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? words.showLess : words.showAll}
        </button>
      )}
    </div>
  )
}
