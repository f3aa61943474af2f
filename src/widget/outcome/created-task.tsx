import { useEffect, useRef, useState } from 'react'
import type { Contact } from '../../core/contact.ts'
import type { CreatedTask } from '../../contract/tasks.ts'
import type { TaskRequest } from '../../core/task-parts.ts'
import { useFormats, useLateMessages } from '../late/late-messages.ts'
import { usePanelSetting } from '../panel-setting.ts'
import { takeFocus } from '../controls/take-focus.ts'

export interface CreatedTaskCardProps {
  readonly task: CreatedTask
  readonly request: TaskRequest
  /** The contact the task was linked to, as the agent knew it when sending. */
  readonly contact: Contact | undefined
  readonly onAnother: () => void
}

/** Shows that the task exists, with its contact id from Connect. */
export function CreatedTaskCard({ task, request, contact, onAnother }: CreatedTaskCardProps) {
  const { messages } = usePanelSetting()
  const formats = useFormats()
  const words = useLateMessages().created
  const headingRef = useRef<HTMLHeadingElement>(null)
  useEffect(() => takeFocus(headingRef.current), [])
  return (
    <section className="tl-created" aria-label={messages.created}>
      <h3 ref={headingRef} tabIndex={-1}>
        <span aria-hidden="true">✓ </span>
        <span>
          {task.scheduledTime === null
            ? messages.created
            : words.scheduled(formats.instant(new Date(task.scheduledTime)))}
        </span>
      </h3>
      <p>
        <strong dir="auto">{request.name}</strong>
      </p>
      <p>{contact && request.link ? words.linked(contact, request.link.type) : words.unlinked}</p>
      <p>
        <span>{`${words.contactId}: `}</span>
        <code>{task.contactId}</code>
        <span> </span>
        <CopyButton text={task.contactId} />
      </p>
      <button type="button" className="tl-primary" onClick={onAnother}>
        {words.another}
      </button>
    </section>
  )
}

function CopyButton({ text }: { readonly text: string }) {
  const words = useLateMessages().created
  const [news, setNews] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setNews(words.copied)
    } catch {
      // A frame without the permission, or a page without TLS, has no clipboard.
      setNews(words.notCopied)
    }
  }
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        {words.copy}
      </button>
      <span role="status">{news && ` ${news}`}</span>
    </>
  )
}
