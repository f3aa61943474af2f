import { createContext, useId, type MouseEvent, type ReactNode, type Ref } from 'react'
import { Icon } from '../controls/icons/icon.tsx'
import { keepPlace } from '../controls/focus/keep-place.ts'
import { useLateMessages } from '../late/late-messages.ts'
import { use } from '../setting/react-19.ts'

export interface NoticeProps {
  readonly tone?: 'danger' | 'warning'
  /** Nothing can be created before the agent has done what it says. */
  readonly isFirst?: boolean
  /** Absent if the agent must do something before they can go on. */
  readonly onDismiss?: () => void
  /** The possible actions, as `NoticeButton`s. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

const icons = { info: 'info', warning: 'warning', danger: 'problem' } as const

const TextIdContext = createContext<string | undefined>(undefined)

/** A short text with its buttons. */
export function Notice({ tone, isFirst, onDismiss, actions, children }: NoticeProps) {
  const { dismiss } = useLateMessages().notices
  const textId = useId()
  return (
    <div className="tl-notice" data-tone={tone} data-first={isFirst || undefined}>
      <Icon name={icons[tone ?? 'info']} />
      <div className="tl-notice-text tl-short">
        <div id={textId}>{children}</div>
        {actions && (
          <div className="tl-notice-actions">
            <TextIdContext value={textId}>{actions}</TextIdContext>
          </div>
        )}
      </div>
      {onDismiss && (
        <button
          type="button"
          className="tl-icon-button"
          aria-label={dismiss}
          aria-describedby={textId}
          onClick={({ currentTarget }) => keepPlace(currentTarget, onDismiss, 'contact', 'created')}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  )
}

export interface NoticeButtonProps {
  readonly onClick: (event: MouseEvent<HTMLButtonElement>) => void
  readonly ref?: Ref<HTMLButtonElement>
  /** The button brings back the discarded draft. It gets the focus when the draft is discarded. */
  readonly isUndo?: boolean
  /** Nothing is sent before the agent has answered. A press of the Create button moves the focus here. */
  readonly isAnswer?: boolean
  /** The next step. No other button of the panel is as loud meanwhile. */
  readonly isPrimary?: boolean
  readonly children: string
}

/** Its label is short, because the text of the notice describes it. */
export function NoticeButton({ onClick, ref, isUndo, isAnswer, isPrimary, children }: NoticeButtonProps) {
  return (
    <button
      ref={ref}
      type="button"
      className={isPrimary ? 'tl-primary' : undefined}
      data-undo={isUndo}
      data-asks={isAnswer}
      aria-describedby={use(TextIdContext)}
      onClick={onClick}
    >
      {children}
    </button>
  )
}
