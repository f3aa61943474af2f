import { useEffect, type RefObject } from 'react'
import { takeFocus } from '../../controls/focus/take-focus.ts'
import { Icon } from '../../controls/icons/icon.tsx'
import { KeysPlace } from '../../notices/notices-place.tsx'
import type { TaskNews } from '../../tasks/task-commands.ts'

/** How the task of a card has ended: by the agent, or otherwise. */
export type TaskEnd = 'stopped' | 'ended'

export function endOf({ hasEnded, stoppedAt }: TaskNews): TaskEnd | undefined {
  if (!hasEnded) return undefined
  return stoppedAt === undefined ? 'ended' : 'stopped'
}

export interface CardHeadingProps {
  /** The id of the heading, which names the card. */
  readonly id?: string
  readonly headingRef: RefObject<HTMLHeadingElement | null>
  /** The task has been stopped or has ended. */
  readonly end?: TaskEnd | undefined
  readonly describedBy?: string | undefined
  readonly title: string
}

/** The heading of a result's card. It gets the focus when it appears. */
export function CardHeading({ id, headingRef, end, describedBy, title }: CardHeadingProps) {
  useEffect(() => takeFocus(headingRef.current), [headingRef])
  return (
    <div className="tl-card-head">
      <h3 ref={headingRef} id={id} aria-describedby={describedBy} tabIndex={-1}>
        <Icon name={end ? iconOfEnd[end] : 'done'} />
        <span>{title}</span>
      </h3>
      <KeysPlace />
    </div>
  )
}

/** Only a task that the agent has undone has the icon of that. */
const iconOfEnd = { stopped: 'undo', ended: 'info' } as const
