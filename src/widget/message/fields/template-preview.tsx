import { useFormContext, useWatch } from 'react-hook-form'
import { previewParts } from '../../../core/message/fields/content/template-preview.ts'
import type { OfferedTemplate } from '../../../core/message/message-options.ts'
import type { MessageDraft } from '../../../core/message/message-parts.ts'
import { valueName } from './value-name.ts'
import { useMessageWords } from '../mode/message-words.ts'

/** The text that the customer gets, as far as the organisation has told it, with the values as they are typed. */
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
          // The parts are those of one text, in its order.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={place} className={isMissing ? 'tl-muted' : undefined}>
            {isMissing ? words.placeOf(valueName(text)) : text}
          </span>
        ))}
      </p>
    </figure>
  )
}
