import { useEffect, useState, type RefObject } from 'react'
import { useLateMessages } from '../late/late-messages.ts'
import { useLeaveTo } from '../controls/use-leave-to.ts'

export interface WaitingNoticeProps {
  readonly seconds: number
  readonly onStop: () => void
  /** Gets the focus if the wait ends while its button has it. */
  readonly nextRef: RefObject<HTMLElement | null>
}

const secondsUntil = (endMs: number) => Math.max(Math.ceil((endMs - performance.now()) / 1_000), 1)

/** Counts down until the task is sent again, without announcing each second, and offers to stop. */
export function WaitingNotice({ seconds, onStop, nextRef }: WaitingNoticeProps) {
  const words = useLateMessages().waiting
  const [endMs] = useState(() => performance.now() + seconds * 1_000)
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsUntil(endMs)), 1_000)
    return () => clearInterval(timer)
  }, [endMs])
  return (
    <div className="tl-waiting">
      {/* A screen reader reads a timer on request only. */}
      <p role="timer">{words.left(left)}</p>
      <button ref={useLeaveTo(nextRef)} type="button" onClick={onStop}>
        {words.stop}
      </button>
    </div>
  )
}
