import { useId, useRef, type ReactNode, type RefObject } from 'react'
import type { KeptDraft } from '../../../drafts/desk/kept-draft.ts'
import type { DraftsAtHand } from '../../../drafts/drafts-at-hand.ts'
import type { LedgerEntry } from '../../../drafts/ledger/ledger-entry.ts'
import { useFormats, useLateMessages } from '../../late/late-messages.ts'
import { useMe } from '../../setting/panel-queries.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { allowedByPolicy, movedTo, withNews } from '../../tasks/own-task.ts'
import { TaskActions } from '../../tasks/task-actions.tsx'
import { useTaskCommands } from '../../tasks/use-task-commands.ts'
import { CardHeading, endOf, type TaskEnd } from './card-heading.tsx'
import { CreatedId } from './created-id.tsx'
import { titleOf } from '../../../drafts/desk/draft-title.ts'
import type { GoOn } from '../go-on.ts'

export interface CreatedElsewhereProps {
  readonly draft: KeptDraft & { readonly phase: 'created' }
  readonly drafts: DraftsAtHand
  readonly onAnother: GoOn
}

/** The card of a task that another window has created from the same text. */
export function CreatedElsewhere(props: CreatedElsewhereProps) {
  const { task } = props.draft
  const headingRef = useRef<HTMLHeadingElement>(null)
  const words = useLateMessages()
  if (task.contactId !== undefined) return <KnownElsewhere {...props} headingRef={headingRef} entry={task} />
  return <Card {...props} headingRef={headingRef} end={undefined} title={words.drafts.createdElsewhere} />
}

interface KnownElsewhereProps extends CreatedElsewhereProps {
  readonly headingRef: RefObject<HTMLHeadingElement | null>
  readonly entry: LedgerEntry
}

/** The contact ID of the task is known, so the agent can still stop or move the task here. */
function KnownElsewhere({ entry, ...props }: KnownElsewhereProps) {
  const { draft, drafts, headingRef, onAnother } = props
  const { content, contact } = draft
  const { contactId, createdAt } = entry
  const { now, zone } = usePanelSetting()
  const words = useLateMessages()
  const formats = useFormats()
  const me = useMe().data
  const handle = useTaskCommands(drafts, { contactId, createdAt })
  const end = endOf(handle.news)
  const scheduledAt = entry.scheduledAt === undefined ? undefined : new Date(entry.scheduledAt)
  const known = {
    contactId,
    name: titleOf(content),
    createdAt,
    ...(scheduledAt ? { scheduledAt } : {}),
    ...allowedByPolicy(me, scheduledAt, now()),
  }
  const task = withNews(known, handle.news)
  const titles = { stopped: words.tasks.stopped, ended: words.tasks.hadEnded }
  return (
    <Card
      {...props}
      end={end}
      title={end ? titles[end] : words.drafts.createdElsewhere}
      actions={
        <TaskActions task={task} contact={contact} handle={handle} isTextGone={false} placeRef={headingRef}>
          <button type="button" onClick={() => onAnother('alike', movedTo(scheduledAt, task, zone))}>
            {end ? words.tasks.draftBack : words.created.alike}
          </button>
        </TaskActions>
      }
    >
      {task.scheduledAt && !end && <p>{words.tasks.states.scheduled(formats.instant(task.scheduledAt))}</p>}
    </Card>
  )
}

interface CardProps extends Omit<KnownElsewhereProps, 'entry' | 'drafts'> {
  readonly end: TaskEnd | undefined
  readonly title: string
  readonly actions?: ReactNode
  readonly children?: ReactNode
}

function Card({ draft, headingRef, end, title, actions, children, onAnother }: CardProps) {
  const words = useLateMessages()
  const formats = useFormats()
  const headingId = useId()
  const { content, task } = draft
  return (
    <section className="tl-created" data-ended={end} aria-labelledby={headingId}>
      <CardHeading id={headingId} {...{ headingRef, end, title }} />
      <p className="tl-strong" dir="auto">
        {titleOf(content)}
      </p>
      <p>{words.drafts.createdAt(formats.instant(new Date(task.createdAt)))}</p>
      {children}
      {actions}
      <button type="button" className="tl-primary" onClick={() => onAnother('task')}>
        {words.created.another}
      </button>
      {task.contactId !== undefined && <CreatedId contactId={task.contactId} />}
    </section>
  )
}
