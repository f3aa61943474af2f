import { useEffect, useState, type RefObject } from 'react'
import { useLateMessages } from '../late/late-messages.ts'
import { useLeaveTo } from '../controls/use-leave-to.ts'

export interface WaitingTimeProps {
  readonly seconds: number
  readonly onStop: () => void
  /** Where the keyboard goes on when the wait ends under it. */
  readonly nextRef: RefObject<HTMLElement | null>
}

const secondsUntil = (endMs: number) => Math.max(Math.ceil((endMs - performance.now()) / 1_000), 1)

/** How long until a busy Connect is asked again, counted down for the eye alone, and the way out. */
export function WaitingTime({ seconds, onStop, nextRef }: WaitingTimeProps) {
  const words = useLateMessages().waiting
  const [endMs] = useState(() => performance.now() + seconds * 1_000)
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsUntil(endMs)), 1_000)
    return () => clearInterval(timer)
  }, [endMs])
  return (
    <div className="tl-waiting">
      {/* A timer is read when somebody asks for it, and never by itself. */}
      <p role="timer">{words.left(left)}</p>
      <button ref={useLeaveTo(nextRef)} type="button" onClick={onStop}>
        {words.stop}
      </button>
    </div>
  )
}
