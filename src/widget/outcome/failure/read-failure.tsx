import type { Ref } from 'react'
import type { TaskClientError } from '../../../client/task-client-error.ts'
import { Icon } from '../../controls/icons/icon.tsx'
import { useLateMessages } from '../../late/late-messages.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'

export interface ReadFailureProps {
  readonly error: TaskClientError
  /** Shown before the reason. */
  readonly lead?: string
  /** Nothing can be created before it has been read. */
  readonly isFirst?: boolean
  readonly onRetry: () => void
  readonly buttonRef?: Ref<HTMLButtonElement>
}

/** Says why a read from the proxy failed, and offers to read again. */
export function ReadFailure({ error, lead = '', isFirst = false, onRetry, buttonRef }: ReadFailureProps) {
  const { messages } = usePanelSetting()
  const reason = useLateMessages().failure.words(error.failure.code)
  return (
    <div className="tl-notice" data-tone="warning" role="alert">
      <Icon name="warning" />
      <div className="tl-notice-text tl-short">
        <p>{`${lead} ${reason}`.trim()}</p>
        <div className="tl-notice-actions">
          <button
            ref={buttonRef}
            type="button"
            className={isFirst ? 'tl-primary' : undefined}
            onClick={onRetry}
          >
            {messages.panel.retry}
          </button>
        </div>
      </div>
    </div>
  )
}
