import { useEffect, type RefObject } from 'react'
import { takeFocus } from '../../controls/focus/take-focus.ts'
import { Icon } from '../../controls/icons/icon.tsx'
import { KeysPlace } from '../../notices/notices-place.tsx'

export interface CardHeadingProps {
  /** The name of the card. */
  readonly id?: string
  readonly headingRef: RefObject<HTMLHeadingElement | null>
  /** The task or message was stopped, or ended. */
  readonly hasEnded?: boolean
  readonly describedBy?: string | undefined
  readonly title: string
}

/** The first line of the card of a result. It takes the focus when it comes. */
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
