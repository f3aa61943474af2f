import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore, type ReactNode } from 'react'
import type { DraftSubmission, DraftSubmissionState } from '../../../client/submissions/draft-submission.ts'
import { isMessageRequest } from '../../../core/message/any-draft.ts'
import { contactSearchPage } from '../../../core/contact/contact-page.ts'
import type { DraftsAtHand } from '../../../drafts/drafts-at-hand.ts'
import { Icon } from '../../controls/icons/icon.tsx'
import type { IconName } from '../../controls/icons/icon-paths.ts'
import { keepPlace } from '../../controls/focus/keep-place.ts'
import { useFormats, useLateMessages } from '../../late/late-messages.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { answersAfter, type Answer, type Look } from './answers-after.ts'
import { FoundTask } from './found-task.tsx'
import { useInstancePage } from '../use-instance-page.ts'
import { mayBeOf } from './may-be-of.ts'

export interface LookFirstProps {
  readonly question: DraftSubmissionState['uncertain'][number]
  readonly submission: DraftSubmission
  readonly drafts: DraftsAtHand
  /**
   * Called when the agent answers "later": the draft goes on and the question stays open. Absent if that has happened already.
   */
  readonly onLater?: () => void
}

/**
 * Connect may have forgotten the attempt, so it is not sent again. The panel searches the contact's tasks, and the agent
 * decides.
 */
export function LookFirst(props: LookFirstProps) {
  const { request } = props.question.attempt
  // Connect lists no messages of a contact.
  if (request.link && !isMessageRequest(request))
    return <TasksFound {...props} contactId={request.link.contactId} />
  return <NotFindable {...props} />
}

/** Only the agent can look, on the website of the instance. */
function NotFindable(props: LookFirstProps) {
  const { question: words, created } = useLateMessages()
  const search = useInstancePage(contactSearchPage)
  return (
    <>
      <p>{`${words.tooOld} ${words.notFindable}`}</p>
      <AnswerRow {...props} look={{ found: 'not-findable' }}>
        {search !== undefined && (
          <a className="tl-primary tl-answer" href={search} target="_blank" rel="noreferrer">
            {created.openInConnect}
          </a>
        )}
      </AnswerRow>
    </>
  )
}

interface AnswerRowProps extends LookFirstProps {
  readonly look: Look
  readonly onLookAgain?: (pressed: Element) => void
  /** Where the agent can look, before the answers. */
  readonly children?: ReactNode
}

interface ShownAnswer {
  readonly label: string
  /** Tells two answers apart that have nearly the same words. */
  readonly icon?: IconName
  readonly act: ((pressed: Element) => void) | undefined
}

/** The answers beside those at the tasks. */
function AnswerRow({ question, submission, look, onLater, onLookAgain, children }: AnswerRowProps) {
  const { question: words, failure } = useLateMessages()
  const { clientToken } = question.attempt
  const { likely, shown } = answersAfter(look)
  const settle = (as: 'created' | 'not-created') => (pressed: Element) =>
    keepPlace(pressed, () => submission.settle(clientToken, as), 'created', 'submit')
  const answers: Partial<Record<Answer, ShownAnswer>> = {
    created: { label: words.wasCreated, icon: 'done', act: settle('created') },
    'not-created': { label: words.wasNotCreated, icon: 'close', act: settle('not-created') },
    'look-again': { label: words.lookAgain, act: onLookAgain },
    later: { label: failure.edit, act: onLater },
  }
  const buttons = shown.flatMap((answer) => {
    const { label, icon, act } = answers[answer] ?? {}
    if (!act) return []
    return (
      <button
        key={answer}
        type="button"
        className={answer === likely ? 'tl-primary' : undefined}
        data-answer={answer}
        onClick={({ currentTarget }) => act(currentTarget)}
      >
        {icon && <Icon name={icon} />}
        <span>{label}</span>
      </button>
    )
  })
  return (
    (buttons.length > 0 || children) && (
      <div className="tl-notice-actions">
        {children}
        {buttons}
      </div>
    )
  )
}

interface TasksFoundProps extends LookFirstProps {
  readonly contactId: string
}

function TasksFound({ contactId, ...props }: TasksFoundProps) {
  const { question, submission, drafts } = props
  const { client } = usePanelSetting()
  const words = useLateMessages().question
  const queries = useQueryClient()
  const known = useSyncExternalStore(drafts.ledger.subscribe, drafts.ledger.getSnapshot)
  const queryKey = ['look-for', contactId]
  const { data, isFetching, isError } = useQuery({
    queryKey,
    queryFn: () => client.tasksOf(contactId),
    staleTime: 5_000,
  })
  const lookAgain = (pressed: Element) => {
    // The button disappears during the search, so the heading gets the focus.
    pressed.closest('.tl-notice')?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus()
    void queries.invalidateQueries({ queryKey })
  }
  const row = (look: Look) => <AnswerRow {...props} look={look} onLookAgain={lookAgain} />
  if (isFetching || isError || !data)
    return (
      <>
        <p>{isFetching ? words.tooOld : `${words.tooOld} ${words.lookFailed}`}</p>
        {isFetching && (
          <p>
            <span className="tl-spinner" />
            <span>{words.looking}</span>
          </p>
        )}
        {row({ found: isFetching ? 'looking' : 'unreadable' })}
      </>
    )
  const knownIds = new Set(known.map((entry) => entry.contactId))
  const tasks = data.tasks.filter((task) => mayBeOf(question, task) && !knownIds.has(task.contactId))
  const look: Look = { found: 'tasks', count: tasks.length, isComplete: data.isComplete }
  const { clientToken } = question.attempt
  return (
    <>
      <FoundWords question={question} look={look} />
      <ul className="tl-lost-tasks">
        {tasks.map((task) => (
          <FoundTask
            key={task.contactId}
            task={task}
            isLikely={answersAfter(look).likely === 'this-one'}
            onChoose={() => {
              const { contactId: found, scheduledTime = null } = task
              submission.settle(clientToken, { result: { contactId: found, scheduledTime } })
            }}
          />
        ))}
      </ul>
      {row(look)}
    </>
  )
}

interface FoundWordsProps extends Pick<LookFirstProps, 'question'> {
  readonly look: Look & { readonly found: 'tasks' }
}

function FoundWords({ question, look: { count, isComplete } }: FoundWordsProps) {
  const words = useLateMessages().question
  const formats = useFormats()
  const said =
    count > 0 ? words.foundSome(count) : words.foundNone(formats.instant(new Date(question.firstSentAt)))
  return (
    <p>
      <span>{`${words.tooOld} ${said}`}</span>
      {!isComplete && <span>{` ${words.notAll}`}</span>}
    </p>
  )
}
