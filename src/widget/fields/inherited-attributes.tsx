import type { Attribute } from '../../core/fields/attributes/attribute.ts'
import {
  isAttributeUnfilled,
  sentAttribute,
  withFixedAttributes,
} from '../../core/fields/attributes/attributes-rule.ts'
import type { Channel } from '../../core/contact/contact.ts'
import { isAttributeHidden } from '../../core/fields/attributes/inherited-attributes.ts'
import { useAttributeFigures, useAttributes } from '../form-model/counters/use-figures.ts'
import { useLateMessages } from '../late/late-messages.ts'
import { useFieldRules } from '../form-model/rules/form-rules.ts'
import type { Inheritance } from '../contact/use-inheritance.ts'
import { InheritedRow } from './inherited-row.tsx'
import { UnreadNotice } from './unread-notice.tsx'

/** A longer list starts closed: it would push the meter and the task's own rows out of sight. */
const openUpToRows = 8

interface InheritedProps {
  readonly inheritance: Inheritance
}

/** The attributes of the contact, under a heading of their own. */
export function InheritedAttributes({ inheritance }: InheritedProps) {
  const words = useLateMessages().attributes
  const rules = useFieldRules()
  const { status, channel, attributes } = inheritance
  if (status === 'loading') return <p className="tl-muted">{words.inheritedLoading}</p>
  if (status === 'unread') {
    return <UnreadNotice retry={inheritance.retry}>{words.inheritedUnread}</UnreadNotice>
  }
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

/** Moves the focus to an inherited attribute of the section that an element is in. */
export function showInherited(near: Element, key: string): void {
  const list = near.closest('[data-section]')?.querySelector<HTMLDetailsElement>('.tl-inherited')
  if (!list) return
  list.open = true
  const row = list.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
  const target = row?.querySelector<HTMLElement>('dd > button') ?? row
  target?.focus()
}
