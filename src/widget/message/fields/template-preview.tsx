import { useFormContext, useWatch } from 'react-hook-form'
import { previewParts } from '../../../core/message/fields/content/template-preview.ts'
import type { OfferedTemplate } from '../../../core/message/message-options.ts'
import type { MessageDraft } from '../../../core/message/message-parts.ts'
import { valueName } from './value-name.ts'
import { useMessageWords } from '../mode/message-words.ts'

/** The text that the customer gets, with the typed values. Shown if the organisation has configured the template's text. */
export function TemplatePreview({ template: { preview } }: { readonly template: OfferedTemplate }) {
  const words = useMessageWords().template
  const { control } = useFormContext<MessageDraft>()
  const values = useWatch({ control, name: 'templateValues' })
  if (preview === undefined) return <p className="tl-hint">{words.textInConnect}</p>
  return (
    <figure className="tl-preview">
      <figcaption>{words.preview}</figcaption>
      <p dir="auto">
        {previewParts(preview, values).map(({ text, isMissing }, place) => (
          // The index is a stable key: the parts are in the order of the text.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={place} className={isMissing ? 'tl-muted' : undefined}>
            {isMissing ? words.placeOf(valueName(text)) : text}
          </span>
        ))}
      </p>
    </figure>
  )
}
