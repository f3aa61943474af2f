import { useEffect, type RefObject } from 'react'
import { takeFocus } from '../../controls/focus/take-focus.ts'
import { Icon } from '../../controls/icons/icon.tsx'
import { KeysPlace } from '../../notices/notices-place.tsx'

export interface CardHeadingProps {
  /** The id of the heading, which names the card. */
  readonly id?: string
  readonly headingRef: RefObject<HTMLHeadingElement | null>
  /** The task has been stopped or has ended. */
  readonly hasEnded?: boolean
  readonly describedBy?: string | undefined
  readonly title: string
}

/** The heading of a result's card. It gets the focus when it appears. */
export function CardHeading({ id, headingRef, hasEnded = false, describedBy, title }: CardHeadingProps) {
  useEffect(() => takeFocus(headingRef.current), [headingRef])
  return (
    <div className="tl-card-head">
      <h3 ref={headingRef} id={id} aria-describedby={describedBy} tabIndex={-1}>
        <Icon name={hasEnded ? 'undo' : 'done'} />
        <span>{title}</span>
      </h3>
      <KeysPlace />
    </div>
  )
}
