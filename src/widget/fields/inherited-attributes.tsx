import { attributesByteLength } from '../../core/fields/attributes/attribute-budget.ts'
import type { Attribute } from '../../core/fields/attributes/attribute.ts'
import { isAttributeUnfilled } from '../../core/fields/attributes/attributes-rule.ts'
import { isAttributeHidden } from '../../core/fields/attributes/inherited-attributes.ts'
import { useAttributes } from '../form-model/use-figures.ts'
import { useFormats, useLateMessages } from '../late/late-messages.ts'
import { useFieldRules } from '../form-model/form-rules.ts'
import type { Inheritance } from '../contact/use-inheritance.ts'

export function InheritedAttributes({ inheritance }: { readonly inheritance: Inheritance }) {
  const formats = useFormats()
  const words = useLateMessages().attributes
  const rules = useFieldRules()
  const { status, channel, attributes } = inheritance
  if (status === 'loading') return <p className="tl-muted">{words.inheritedLoading}</p>
  if (status === 'unread') return <p className="tl-notice">{words.inheritedUnread}</p>
  const shown = attributes.filter(({ key }) => !isAttributeHidden(rules, key))
  if (!channel || shown.length === 0) return null
  const bytes = formats.number(attributesByteLength(shown))
  return (
    <details className="tl-inherited">
      <summary>{words.inherited(shown.length, channel, bytes)}</summary>
      <InheritedList attributes={shown} />
    </details>
  )
}

function InheritedList({ attributes }: { readonly attributes: readonly Attribute[] }) {
  const words = useLateMessages().attributes
  const rules = useFieldRules()
  // A row that is not sent replaces nothing.
  const own = useAttributes().filter((row) => !isAttributeUnfilled(row, rules))
  const ownKeys = new Set(own.map(({ key }) => key))
  return (
    <dl>
      {attributes.map(({ key, value }) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd>
            {ownKeys.has(key) ? (
              <>
                <del dir="auto">{value}</del>
                <span className="tl-muted">{` ${words.replaced}`}</span>
              </>
            ) : (
              <bdi>{value}</bdi>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
