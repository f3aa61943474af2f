import { useEffect, useId, useRef } from 'react'
import type { Contact } from '../../core/contact.ts'
import { destinationName } from '../../core/fields/destination.ts'
import type { CreatedTask } from '../../contract/tasks.ts'
import type { TaskRequest } from '../../core/task-parts.ts'
import { CopyButton } from '../controls/copy-button.tsx'
import { Icon } from '../controls/icons/icon.tsx'
import { takeFocus } from '../controls/take-focus.ts'
import { useFormats, useLateMessages } from '../late/late-messages.ts'
import { useDestinations } from '../panel-queries.ts'
import { usePanelSetting } from '../panel-setting.ts'

export interface CreatedTaskCardProps {
  readonly task: CreatedTask
  readonly request: TaskRequest
  /** The contact the task was linked to, as the agent knew it when sending. */
  readonly contact: Contact | undefined
  readonly onAnother: () => void
}

/** Says that the task exists: what it is, for whom, when it starts and about which contact. Its id from Connect comes last. */
export function CreatedTaskCard({ task, request, contact, onAnother }: CreatedTaskCardProps) {
  const { messages } = usePanelSetting()
  const formats = useFormats()
  const words = useLateMessages().created
  const headingId = useId()
  const factsId = useId()
  const headingRef = useRef<HTMLHeadingElement>(null)
  useEffect(() => takeFocus(headingRef.current), [])
  const { scheduledTime, contactId } = task
  const { description = '', references, attributes } = request
  const contents = words.contents(description !== '', references.length, attributes.length)
  return (
    <section className="tl-created" aria-labelledby={headingId}>
      <h3 ref={headingRef} id={headingId} aria-describedby={factsId} tabIndex={-1}>
        <Icon name="done" />
        <span>{scheduledTime === null ? messages.created : words.scheduled}</span>
      </h3>
      <div id={factsId} className="tl-facts">
        <p className="tl-strong" dir="auto">
          {request.name}
        </p>
        <dl>
          <ForWhom request={request} />
          <div>
            <dt>{messages.fields.when}</dt>
            <dd>{scheduledTime === null ? words.now : formats.instant(new Date(scheduledTime))}</dd>
          </div>
          <div>
            <dt>{messages.sections.link}</dt>
            <dd>{contact && request.link ? words.linked(contact, request.link.type) : words.unlinked}</dd>
          </div>
          {contents && (
            <div>
              <dt>{words.with}</dt>
              <dd>{contents}</dd>
            </div>
          )}
        </dl>
      </div>
      <button type="button" className="tl-primary" onClick={onAnother}>
        {words.another}
      </button>
      <p className="tl-hint tl-details">
        <span>
          <span>{`${words.contactId}: `}</span>
          <code>{contactId}</code>
        </span>
        <CopyButton label={words.copy} text={contactId} />
      </p>
    </section>
  )
}

/** The list of destinations may still be on its way after a reload. */
function ForWhom({ request: { destination } }: Pick<CreatedTaskCardProps, 'request'>) {
  const words = useLateMessages().created
  const { data } = useDestinations().read
  if (!destination || !data) return null
  return (
    <div>
      <dt>{words.forWhom}</dt>
      <dd>
        <bdi>{destinationName(destination, data) ?? words.notListed}</bdi>
      </dd>
    </div>
  )
}
