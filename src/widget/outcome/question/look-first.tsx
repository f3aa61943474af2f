import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore, type ReactNode } from 'react'
import type { DraftSubmission, DraftSubmissionState } from '../../../client/submissions/draft-submission.ts'
import type { TaskOfContact } from '../../../contract/tasks/tasks-of-contact.ts'
import { isMessageRequest } from '../../../core/message/any-draft.ts'
import type { DraftsAtHand } from '../../../drafts/drafts-at-hand.ts'
import { useFormats, useLateMessages } from '../../late/late-messages.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { mayBeOf } from './may-be-of.ts'

export interface LookFirstProps {
  readonly question: DraftSubmissionState['uncertain'][number]
  readonly submission: DraftSubmission
  readonly drafts: DraftsAtHand
  /** More answers, beside the others. */
  readonly children?: ReactNode
}

/**
 * Connect may have forgotten the attempt, so it is not sent again. The panel looks for its task among those of the contact,
 * and the agent decides.
 */
export function LookFirst({ question, submission, drafts, children }: LookFirstProps) {
  const words = useLateMessages().question
  const { clientToken, request } = question.attempt
  return (
    <>
      {/* Connect lists no messages of a contact. */}
      {request.link && !isMessageRequest(request) ? (
        <TasksFound {...{ question, submission, drafts }} contactId={request.link.contactId} />
      ) : (
        <p>{`${words.tooOld} ${words.notFindable}`}</p>
      )}
      <div className="tl-notice-actions">
        <button type="button" onClick={() => submission.settle(clientToken, 'created')}>
          {words.wasCreated}
        </button>
        <button type="button" onClick={() => submission.settle(clientToken, 'not-created')}>
          {words.wasNotCreated}
        </button>
        {children}
      </div>
    </>
  )
}

interface TasksFoundProps extends LookFirstProps {
  readonly contactId: string
}

function TasksFound({ question, submission, drafts, contactId }: TasksFoundProps) {
  const { client } = usePanelSetting()
  const words = useLateMessages().question
  const formats = useFormats()
  const queries = useQueryClient()
  const known = useSyncExternalStore(drafts.ledger.subscribe, drafts.ledger.getSnapshot)
  const queryKey = ['look-for', contactId]
  const { data, isFetching, isError } = useQuery({
    queryKey,
    queryFn: () => client.tasksOf(contactId),
    staleTime: 5_000,
  })
  const again = (
    <button type="button" className="tl-link" onClick={() => void queries.invalidateQueries({ queryKey })}>
      {words.lookAgain}
    </button>
  )
  if (isFetching) return <p>{`${words.tooOld} ${words.looking}`}</p>
  if (isError || !data)
    return (
      <p>
        <span>{`${words.tooOld} ${words.lookFailed} `}</span>
        {again}
      </p>
    )
  const knownIds = new Set(known.map((entry) => entry.contactId))
  const tasks = data.tasks.filter((task) => mayBeOf(question, task) && !knownIds.has(task.contactId))
  const { clientToken } = question.attempt
  return (
    <>
      <p>
        <span>{`${words.tooOld} `}</span>
        <span>
          {tasks.length > 0
            ? words.foundSome(tasks.length)
            : words.foundNone(formats.instant(new Date(question.firstSentAt)))}
        </span>
        {!data.isComplete && <span>{` ${words.notAll}`}</span>}
        <span> </span>
        {again}
      </p>
      <ul className="tl-lost-tasks">
        {tasks.map((task) => (
          <FoundTask
            key={task.contactId}
            task={task}
            onChoose={() => {
              const { contactId: found, scheduledTime = null } = task
              submission.settle(clientToken, { result: { contactId: found, scheduledTime } })
            }}
          />
        ))}
      </ul>
    </>
  )
}

interface FoundTaskProps {
  readonly task: TaskOfContact
  readonly onChoose: () => void
}

function FoundTask({ task: { name = '', createdAt, contactId }, onChoose }: FoundTaskProps) {
  const words = useLateMessages().question
  const formats = useFormats()
  const title = name === '' ? contactId : name
  return (
    <li>
      <span>
        <bdi>{title}</bdi>
        {createdAt !== undefined && (
          <span>{` · ${words.createdAt(formats.instant(new Date(createdAt)))}`}</span>
        )}
      </span>
      <button type="button" aria-label={words.thisOneOf(title)} onClick={onChoose}>
        {words.thisOne}
      </button>
    </li>
  )
}
