import { memo } from 'react'
import { flushSync } from 'react-dom'
import { useFormContext, type UseFormReturn } from 'react-hook-form'
import type { Attribute } from '../../core/fields/attributes/attribute.ts'
import {
  attributeRule,
  isAttributeUnfilled,
  sentAttribute,
  withFixedAttributes,
} from '../../core/fields/attributes/attributes-rule.ts'
import type { Channel } from '../../core/contact/contact.ts'
import { isAttributeHidden } from '../../core/fields/attributes/inherited-attributes.ts'
import { accessTo } from '../../core/fields/field-rule.ts'
import { isTag } from '../controls/dom-kinds.ts'
import { controlNamed } from '../controls/focus/focus-control.ts'
import type { AttributesValues } from '../form-model/draft/draft-form.ts'
import { withOverride } from '../form-model/rows/own-attributes.ts'
import { useAttributeFigures, useAttributes } from '../form-model/counters/use-figures.ts'
import { useLateMessages } from '../late/late-messages.ts'
import { useFieldRules } from '../form-model/rules/form-rules.ts'
import type { Inheritance } from '../contact/use-inheritance.ts'

/** A longer list starts closed: it would push the meter and the task's own rows out of sight. */
const openUpToRows = 8

/** The attributes of the contact, under a heading of their own. */
export function InheritedAttributes({ inheritance }: { readonly inheritance: Inheritance }) {
  const words = useLateMessages().attributes
  const rules = useFieldRules()
  const { status, channel, attributes } = inheritance
  if (status === 'loading') return <p className="tl-muted">{words.inheritedLoading}</p>
  if (status === 'unread') return <p className="tl-notice">{words.inheritedUnread}</p>
  const shown = attributes.filter(({ key }) => !isAttributeHidden(rules, key))
  if (!channel || shown.length === 0) return null
  return (
    <details className="tl-inherited" open={shown.length <= openUpToRows}>
      <summary>
        <InheritedHeading inheritance={inheritance} channel={channel} shownCount={shown.length} />
      </summary>
      <InheritedList attributes={shown} />
    </details>
  )
}

interface InheritedHeadingProps {
  readonly inheritance: Inheritance
  readonly channel: Channel
  readonly shownCount: number
}

/** Counts the attributes that reach the task, like the summary of the closed section. */
function InheritedHeading({ inheritance, channel, shownCount }: InheritedHeadingProps) {
  const words = useLateMessages().attributes
  const { inheritedCount } = useAttributeFigures(inheritance)
  return <span>{words.inherited(inheritedCount, channel, shownCount)}</span>
}

function InheritedList({ attributes }: { readonly attributes: readonly Attribute[] }) {
  const rules = useFieldRules()
  // Only a row that is sent overrides an inherited attribute. A row that the organisation fixes is always sent.
  const filled = useAttributes().filter((row) => !isAttributeUnfilled(row, rules))
  const own = withFixedAttributes(filled.map(sentAttribute), rules)
  const ownKeys = new Set(own.map(({ key }) => key))
  return (
    <dl>
      {attributes.map((attribute) => (
        <InheritedRow key={attribute.key} attribute={attribute} isOverridden={ownKeys.has(attribute.key)} />
      ))}
    </dl>
  )
}

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

// A longer value scrolls, so it needs a tab stop for the keyboard.
const scrollsFromUnits = 240

// `memo`, because the list renders for each key that the agent types in a row.
const InheritedRow = memo(function InheritedRow({ attribute, isOverridden }: InheritedRowProps) {
  const words = useLateMessages().attributes
  const form = useFormContext<AttributesValues>()
  const { key, value } = attribute
  const canOverride = accessTo(attributeRule(useFieldRules(), key)) === 'editable'
  const scrolling = value.length > scrollsFromUnits ? { className: 'tl-long', tabIndex: 0 } : {}
  return (
    <div data-key={key} tabIndex={-1}>
      <dt>
        <bdi title={key}>{key}</bdi>
      </dt>
      <dd>
        <div {...scrolling}>{isOverridden ? <del dir="auto">{value}</del> : <bdi>{value}</bdi>}</div>
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

/** Moves the focus to an inherited attribute of the section that an element is in. */
export function showInherited(near: Element, key: string): void {
  const list = near.closest('[data-section]')?.querySelector<HTMLDetailsElement>('.tl-inherited')
  if (!list) return
  list.open = true
  const row = list.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
  const target = row?.querySelector<HTMLElement>('button') ?? row
  target?.focus()
}
