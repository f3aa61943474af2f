import { useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { inheritedBeside } from '../../core/fields/attributes/attribute-budget.ts'
import { isAttributeUnfilled } from '../../core/fields/attributes/attributes-rule.ts'
import { isAttributeHidden } from '../../core/fields/attributes/inherited-attributes.ts'
import { Icon } from '../controls/icons/icon.tsx'
import type { AttributesValues } from '../form-model/draft/draft-form.ts'
import { useFieldRules } from '../form-model/rules/form-rules.ts'
import { rowsText } from '../form-model/rows/rows-text.ts'
import { useAttributes } from '../form-model/counters/use-figures.ts'
import { useLateMessages } from '../late/late-messages.ts'
import type { Inheritance } from '../contact/use-inheritance.ts'

/** Copies the attributes that the agent sees, own and inherited, as a text for a spreadsheet or for another task. */
export function CopyAttributes({ inheritance }: { readonly inheritance: Inheritance }) {
  const words = useLateMessages().attributes
  const { getValues } = useFormContext<AttributesValues>()
  const rules = useFieldRules()
  const [news, setNews] = useState('')
  const [uncopied, setUncopied] = useState<string>()
  const shown = () => {
    const own = getValues('attributes').filter((row) => !isAttributeUnfilled(row, rules))
    const beside = inheritedBeside(own, inheritance.attributes)
    return [...own, ...beside.filter(({ key }) => !isAttributeHidden(rules, key))]
  }
  const copy = async () => {
    const rows = shown()
    const text = rowsText(rows.map(({ key, value }) => ({ name: key, value })))
    try {
      await navigator.clipboard.writeText(text)
      setUncopied(undefined)
      setNews(words.copied(rows.length))
    } catch {
      // `navigator.clipboard` is missing in a frame without the permission and on a page without TLS.
      setUncopied(text)
      setNews(words.notCopied)
    }
  }
  const isOwn = useAttributes().some((row) => !isAttributeUnfilled(row, rules))
  if (!isOwn && shown().length === 0) return null
  return (
    <div className="tl-copy">
      <button type="button" className="tl-quiet" onClick={() => void copy()}>
        <Icon name="copy" />
        <span>{words.copy}</span>
      </button>
      <span role="status" className="tl-hint">
        {news}
      </span>
      {uncopied !== undefined && (
        <textarea
          key={uncopied}
          ref={selectAll}
          readOnly
          rows={3}
          dir="auto"
          aria-label={words.copyText}
          defaultValue={uncopied}
        />
      )}
    </div>
  )
}

function selectAll(field: HTMLTextAreaElement | null): void {
  field?.focus()
  field?.select()
}
