import { useEffect, useId, useRef, type ReactNode } from 'react'
import type { DraftSubmission, DraftSubmissionState } from '../../../client/submissions/draft-submission.ts'
import type { Contact } from '../../../core/contact/contact.ts'
import { isMessageRequest } from '../../../core/message/any-draft.ts'
import type { MessageRequest } from '../../../core/message/message-parts.ts'
import type { DraftsAtHand } from '../../../drafts/drafts-at-hand.ts'
import { goOnWith, type GoOn } from '../../outcome/go-on.ts'
import { CardHeading } from '../../outcome/created/card-heading.tsx'
import { CreatedId } from '../../outcome/created/created-id.tsx'
import { OpenQuestions } from '../../outcome/question/open-questions.tsx'
import { useMessageWords } from '../mode/message-words.ts'
import type { KeptMessage } from '../model/use-message-draft.ts'
import { useDistrustOptions } from '../model/use-message-options.ts'
import { AcceptedFacts } from './accepted-facts.tsx'

export interface MessageResultProps {
  readonly state: DraftSubmissionState
  readonly submission: DraftSubmission | undefined
  readonly drafts: DraftsAtHand
  readonly draft: KeptMessage
  /** The linked contact, as the agent saw it when they sent the message. */
  readonly contact: Contact | undefined
  readonly onAskedFor: (id: string) => void
}

/** Replaces the form once Connect has accepted the message. It also shows open questions about earlier texts of the draft. */
export function MessageResult(props: MessageResultProps) {
  const { state, submission, drafts, draft, contact, onAskedFor } = props
  const words = useMessageWords().accepted
  const request = requestOf(state)
  const task = draft.phase === 'created' ? draft.task : undefined
  const isElsewhere = draft.phase === 'created' && draft.isElsewhere === true
  const contactId = state.status === 'done' ? state.result.contactId : task?.contactId
  const isKnown = state.status === 'done' || isElsewhere
  const title = isElsewhere && state.status !== 'done' ? words.elsewhere : words.title
  return (
    <>
      <AcceptedCard
        title={isKnown ? title : words.confirmed}
        means={isKnown ? words.means : undefined}
        contactId={contactId}
        onAnother={goOnWith(drafts, onAskedFor)}
      >
        <AcceptedFacts request={request} contact={contact} acceptedAt={task?.createdAt} />
      </AcceptedCard>
      {submission && <OpenQuestions {...{ state, submission, drafts }} />}
    </>
  )
}

function requestOf({ attempt }: DraftSubmissionState): MessageRequest | undefined {
  return attempt && isMessageRequest(attempt.request) ? attempt.request : undefined
}

interface AcceptedCardProps {
  readonly title: string
  readonly means: string | undefined
  readonly contactId: string | undefined
  readonly onAnother: GoOn
  readonly children: ReactNode
}

/** Says only that Connect has the message: it may still not arrive at the customer's phone. */
function AcceptedCard({ title, means, contactId, onAnother, children }: AcceptedCardProps) {
  const words = useMessageWords().accepted
  const headingId = useId()
  const meansId = useId()
  const headingRef = useRef<HTMLHeadingElement>(null)
  const distrustOptions = useDistrustOptions()
  useEffect(() => {
    // Read the options again: the customer now gets no other message for a while.
    distrustOptions()
    // Runs once for each message. The function is another one at each rendering.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  return (
    <section className="tl-created" aria-labelledby={headingId}>
      <CardHeading
        id={headingId}
        headingRef={headingRef}
        describedBy={means === undefined ? undefined : meansId}
        title={title}
      />
      {children}
      {means !== undefined && (
        <p id={meansId} className="tl-muted">
          {means}
        </p>
      )}
      <div className="tl-task-actions">
        <button type="button" onClick={() => onAnother('message')}>
          {words.another}
        </button>
      </div>
      <button type="button" className="tl-primary" onClick={() => onAnother('task')}>
        {words.createTask}
      </button>
      {contactId !== undefined && <CreatedId contactId={contactId} />}
    </section>
  )
}
