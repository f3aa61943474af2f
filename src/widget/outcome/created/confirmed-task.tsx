import { useEffect, useRef } from 'react'
import type { AnyRequest } from '../../../core/message/any-draft.ts'
import { titleOfRequest } from '../../../drafts/desk/draft-title.ts'
import { Icon } from '../../controls/icons/icon.tsx'
import { takeFocus } from '../../controls/focus/take-focus.ts'
import { useLateMessages } from '../../late/late-messages.ts'
import type { NextDraft } from '../../form/draft-form-props.ts'

export interface ConfirmedTaskProps {
  readonly request: AnyRequest
  readonly onAnother: (next: NextDraft) => void
}

/** The agent has found the task in Connect, so the panel knows no more of it than that. */
export function ConfirmedTask({ request, onAnother }: ConfirmedTaskProps) {
  const words = useLateMessages()
  const headingRef = useRef<HTMLHeadingElement>(null)
  useEffect(() => takeFocus(headingRef.current), [])
  return (
    <section className="tl-created">
      <h3 ref={headingRef} tabIndex={-1}>
        <Icon name="done" />
        <span>{words.question.confirmed}</span>
      </h3>
      <p className="tl-strong" dir="auto">
        {titleOfRequest(request)}
      </p>
      <button type="button" className="tl-primary" onClick={() => onAnother('task')}>
        {words.created.another}
      </button>
    </section>
  )
}
