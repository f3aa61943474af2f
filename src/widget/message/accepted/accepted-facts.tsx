import type { Contact } from '../../../core/contact/contact.ts'
import { previewParts } from '../../../core/message/fields/content/template-preview.ts'
import type { OfferedTemplate } from '../../../core/message/message-options.ts'
import type { MessageRequest } from '../../../core/message/message-parts.ts'
import { readNumber } from '../../../core/message/numbers/read-number.ts'
import { useFormats } from '../../late/late-messages.ts'
import { senderName } from '../fields/sender-name.ts'
import { useMessageWords } from '../mode/message-words.ts'
import { useMessageOptions } from '../model/use-message-options.ts'

export interface AcceptedFactsProps {
  /** Undefined if this window does not know what was sent. */
  readonly request: MessageRequest | undefined
  readonly contact: Contact | undefined
  /** In milliseconds since the epoch. */
  readonly acceptedAt: number | undefined
}

/** The accepted message in a few lines. */
export function AcceptedFacts({ request, contact, acceptedAt }: AcceptedFactsProps) {
  const words = useMessageWords().accepted
  const formats = useFormats()
  const { data } = useMessageOptions(contact)
  const sender = data?.senders.find(({ phoneNumberId }) => phoneNumberId === request?.from)
  const content = contentOf(request?.message, data?.templates)
  const isOthers = data?.customerNumber !== undefined && request?.to !== data.customerNumber
  return (
    <div className="tl-facts">
      {content !== '' && (
        <p className="tl-strong" dir="auto">
          {content}
        </p>
      )}
      <dl>
        {request && (
          <div>
            <dt>{words.to}</dt>
            <dd>
              <bdi>
                {contact && isOthers ? words.toOthers(shownNumber(request.to)) : shownNumber(request.to)}
              </bdi>
            </dd>
          </div>
        )}
        {sender && (
          <div>
            <dt>{words.from}</dt>
            <dd>
              <bdi>{senderName(sender)}</bdi>
            </dd>
          </div>
        )}
        {acceptedAt !== undefined && (
          <div>
            <dt>{words.when}</dt>
            <dd>{formats.instant(new Date(acceptedAt))}</dd>
          </div>
        )}
        {request && (
          <div>
            <dt>{words.contact}</dt>
            <dd>{contact && request.link ? words.related(contact) : words.unrelated}</dd>
          </div>
        )}
      </dl>
    </div>
  )
}

/** The text of the message. If this window does not know the text of the template, its name (if known) and its values. */
function contentOf(
  message: MessageRequest['message'] | undefined,
  templates: readonly OfferedTemplate[] = [],
): string {
  if (!message) return ''
  if (message.type === 'text') return message.text
  const template = templates.find(({ templateId }) => templateId === message.templateId)
  if (template?.preview !== undefined) {
    return previewParts(template.preview, message.values)
      .map(({ text }) => text)
      .join('')
  }
  const values = message.values.map(({ value }) => value)
  return (template ? [template.name, ...values] : values).join(' · ')
}

function shownNumber(e164: string): string {
  const reading = readNumber(e164)
  return reading.ok ? reading.number.international : e164
}
