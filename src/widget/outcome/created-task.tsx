import { useEffect, useId, useRef } from 'react'
import type { Contact } from '../../core/contact.ts'
import type { CreatedTask } from '../../contract/tasks.ts'
import type { TaskRequest } from '../../core/task-parts.ts'
import { Icon } from '../controls/icons/icon.tsx'
import { takeFocus } from '../controls/take-focus.ts'
import { useLateMessages } from '../late/late-messages.ts'
import { usePanelSetting } from '../panel-setting.ts'
import { CreatedFacts } from './created-facts.tsx'
import { CreatedId } from './created-id.tsx'

export interface CreatedTaskCardProps {
  readonly task: CreatedTask
  readonly request: TaskRequest
  /** The contact the task was linked to, as the agent knew it when sending. */
  readonly contact: Contact | undefined
  /** The agent goes on, with a draft of the same content or with a blank one. */
  readonly onAnother: (isAlike: boolean) => void
}

/** Says that the task exists: what it is, for whom, when it starts and about which contact. Its id from Connect comes last. */
export function CreatedTaskCard({ task, request, contact, onAnother }: CreatedTaskCardProps) {
  const { messages } = usePanelSetting()
  const words = useLateMessages().created
  const headingId = useId()
  const factsId = useId()
  const headingRef = useRef<HTMLHeadingElement>(null)
  useEffect(() => takeFocus(headingRef.current), [])
  return (
    <section className="tl-created" aria-labelledby={headingId}>
      <h3 ref={headingRef} id={headingId} aria-describedby={factsId} tabIndex={-1}>
        <Icon name="done" />
        <span>{task.scheduledTime === null ? messages.created : words.scheduled}</span>
      </h3>
      <CreatedFacts id={factsId} request={request} contact={contact} scheduledTime={task.scheduledTime} />
      <div className="tl-created-actions">
        <button type="button" onClick={() => onAnother(true)}>
          {words.alike}
        </button>
      </div>
      <button type="button" className="tl-primary" onClick={() => onAnother(false)}>
        {words.another}
      </button>
      <CreatedId contactId={task.contactId} />
    </section>
  )
}
