import { useRef } from 'react'
import type { AnyRequest } from '../../../core/message/any-draft.ts'
import { titleOfRequest } from '../../../drafts/desk/draft-title.ts'
import { useLateMessages } from '../../late/late-messages.ts'
import type { GoOn } from '../go-on.ts'
import { CardHeading } from './card-heading.tsx'

export interface ConfirmedTaskProps {
  readonly request: AnyRequest
  readonly onAnother: GoOn
}

/** The card of a task that the agent has found in Connect. The panel does not know its contact ID. */
export function ConfirmedTask({ request, onAnother }: ConfirmedTaskProps) {
  const words = useLateMessages()
  const headingRef = useRef<HTMLHeadingElement>(null)
  return (
    <section className="tl-created">
      <CardHeading headingRef={headingRef} title={words.question.confirmed} />
      <p className="tl-strong" dir="auto">
        {titleOfRequest(request)}
      </p>
      <button type="button" className="tl-primary" onClick={() => onAnother('task')}>
        {words.created.another}
      </button>
    </section>
  )
}
