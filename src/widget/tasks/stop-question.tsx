import { useEffect, useId, useRef } from 'react'
import { Icon } from '../controls/icons/icon.tsx'
import { useLateMessages } from '../late/late-messages.ts'

export interface StopQuestionProps {
  readonly onStop: () => void
  readonly onKeep: () => void
}

/** Asks before a task is stopped for good. The focus is on the button that keeps it. */
export function StopQuestion({ onStop, onKeep }: StopQuestionProps) {
  const words = useLateMessages().tasks
  const id = useId()
  const keepRef = useRef<HTMLButtonElement>(null)
  useEffect(() => keepRef.current?.focus(), [])
  return (
    <div className="tl-notice" data-tone="warning" data-first role="group" aria-labelledby={id}>
      <Icon name="warning" />
      <div className="tl-notice-text">
        <div id={id}>
          <h3>{words.ask}</h3>
          <p>{words.askMeans}</p>
        </div>
        <div className="tl-notice-actions">
          <button ref={keepRef} type="button" aria-describedby={id} onClick={onKeep}>
            {words.keepIt}
          </button>
          <button type="button" className="tl-destroys" onClick={onStop}>
            {words.stopIt}
          </button>
        </div>
      </div>
    </div>
  )
}
