import type { DraftSubmission, DraftSubmissionState } from '../../../client/submissions/draft-submission.ts'
import { titleOfRequest } from '../../../drafts/desk/draft-title.ts'
import type { DraftsAtHand } from '../../../drafts/drafts-at-hand.ts'
import { Icon } from '../../controls/icons/icon.tsx'
import { useFormats, useLateMessages } from '../../late/late-messages.ts'
import { LookFirst } from './look-first.tsx'
import { useMayAsk } from './use-may-ask.ts'

type Question = DraftSubmissionState['uncertain'][number]

export interface OpenQuestionsProps {
  readonly state: DraftSubmissionState
  readonly submission: DraftSubmission
  readonly drafts: DraftsAtHand
}

/**
 * The tasks that earlier texts of this draft may have created: an agent who edits a draft after a lost answer must not forget
 * the first task. Below them, the tasks that turned out to exist.
 */
export function OpenQuestions({ state, submission, drafts }: OpenQuestionsProps) {
  const words = useLateMessages().question
  const isInFront = state.status === 'unknown' || state.status === 'checking'
  const others = state.uncertain.filter(
    ({ attempt }) => !isInFront || attempt.clientToken !== state.attempt.clientToken,
  )
  return (
    <div role="status">
      {state.found.map(({ attempt, result }) => (
        <div key={result.contactId} className="tl-notice">
          <Icon name="done" />
          <p className="tl-notice-text">{words.found(titleOfRequest(attempt.request))}</p>
        </div>
      ))}
      {others.map((question) => (
        <QuestionNotice
          key={question.attempt.clientToken}
          question={question}
          submission={submission}
          drafts={drafts}
        />
      ))}
    </div>
  )
}

interface QuestionNoticeProps extends Pick<OpenQuestionsProps, 'submission' | 'drafts'> {
  readonly question: Question
}

function QuestionNotice({ question, submission, drafts }: QuestionNoticeProps) {
  const messages = useLateMessages()
  const formats = useFormats()
  const { attempt, firstSentAt, isBeingAsked = false, failure } = question
  const { clientToken, request } = attempt
  const mayAsk = useMayAsk(submission, clientToken)
  return (
    <div className="tl-notice" data-tone="warning">
      <Icon name="warning" />
      <div className="tl-notice-text">
        <p className="tl-strong" tabIndex={-1}>
          {messages.question.title(titleOfRequest(request))}
        </p>
        <p>{messages.question.sentAt(formats.instant(new Date(firstSentAt)))}</p>
        {failure && mayAsk && <p>{messages.failure.reason(failure)}</p>}
        {mayAsk ? (
          <div className="tl-notice-actions">
            <button
              type="button"
              className="tl-primary"
              aria-disabled={isBeingAsked || undefined}
              onClick={() => void submission.askAgain(clientToken)}
            >
              {isBeingAsked ? messages.question.checking : messages.question.check}
            </button>
          </div>
        ) : (
          <LookFirst question={question} submission={submission} drafts={drafts} />
        )}
      </div>
    </div>
  )
}
