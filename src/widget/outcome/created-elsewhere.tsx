import { useEffect, useRef } from 'react'
import type { KeptDraft } from '../../drafts/desk/kept-draft.ts'
import { Icon } from '../controls/icons/icon.tsx'
import { takeFocus } from '../controls/take-focus.ts'
import { useFormats, useLateMessages } from '../late/late-messages.ts'
import { CreatedId } from './created-id.tsx'

export interface CreatedElsewhereProps {
  readonly draft: KeptDraft & { readonly phase: 'created' }
  readonly onAnother: (isAlike: boolean) => void
}

/** Another window has created the task. This one had the same text. */
export function CreatedElsewhere({ draft, onAnother }: CreatedElsewhereProps) {
  const words = useLateMessages()
  const formats = useFormats()
  const headingRef = useRef<HTMLHeadingElement>(null)
  useEffect(() => takeFocus(headingRef.current), [])
  const { content, task } = draft
  return (
    <section className="tl-created">
      <h3 ref={headingRef} tabIndex={-1}>
        <Icon name="done" />
        <span>{words.drafts.createdElsewhere}</span>
      </h3>
      <p className="tl-strong" dir="auto">
        {content.name}
      </p>
      <p>{words.drafts.createdAt(formats.instant(new Date(task.createdAt)))}</p>
      <button type="button" className="tl-primary" onClick={() => onAnother(false)}>
        {words.created.another}
      </button>
      {task.contactId !== undefined && <CreatedId contactId={task.contactId} />}
    </section>
  )
}
