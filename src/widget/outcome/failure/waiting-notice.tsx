import { useEffect, useState, type RefObject } from 'react'
import type { Wait } from '../../../client/attempts/submission-state.ts'
import type { LateMessages } from '../../../i18n/messages/late-messages.ts'
import { useLateMessages } from '../../late/late-messages.ts'
import { useLeaveTo } from '../../controls/focus/use-leave-to.ts'
import { useConnection } from './use-connection.ts'

interface WaitProps {
  readonly wait: Wait
}

/** Says why the task has not been sent yet. A screen reader announces this once, without the seconds. */
export function WaitingReason({ wait }: WaitProps) {
  const words = useLateMessages().waiting
  const connection = useConnection()
  return <p>{reasonOf(wait, connection === 'offline', words)}</p>
}

/** Says that the panel asks whether a task was created, and why no answer comes. */
export function CheckingReason() {
  const { waiting, progress } = useLateMessages()
  const connection = useConnection()
  const why = connection === 'online' ? '' : `${waiting.why[connection]} `
  return <p>{`${why}${progress.checking}`}</p>
}

function reasonOf(wait: Wait, isOffline: boolean, words: LateMessages['waiting']): string {
  if (wait.for === 'turn') return words.before(wait.before)
  if (wait.for === 'files') return words.files(wait.left)
  if (wait.for === 'network') return words.why[isOffline ? 'offline' : 'unreachable']
  return words.why[wait.for]
}

export interface WaitingTimeProps extends WaitProps {
  /** A change of an existing task is waiting, not a new task. */
  readonly isChange?: boolean
}

/** How long the task still waits, where that is known. */
export function WaitingTime({ wait, isChange = false }: WaitingTimeProps) {
  const words = useLateMessages().waiting
  if (wait.for === 'network') return <p>{words.whenBack}</p>
  if (!('seconds' in wait)) return null
  return (
    <Countdown key={wait.seconds} seconds={wait.seconds} say={isChange ? words.changeLeft : words.left} />
  )
}

export interface StopWaitingProps {
  readonly onStop: () => void
  /** Gets the focus if the wait ends while the button has it. */
  readonly nextRef: RefObject<HTMLElement | null>
}

/** The way to take back what waits. */
export function StopWaiting({ onStop, nextRef }: StopWaitingProps) {
  const words = useLateMessages().waiting
  return (
    <div className="tl-notice-actions">
      <button ref={useLeaveTo(nextRef)} type="button" onClick={onStop}>
        {words.stop}
      </button>
    </div>
  )
}

const secondsUntil = (endMs: number) => Math.max(Math.ceil((endMs - performance.now()) / 1_000), 1)

interface CountdownProps {
  readonly seconds: number
  readonly say: (seconds: number) => string
}

function Countdown({ seconds, say }: CountdownProps) {
  const [endMs] = useState(() => performance.now() + seconds * 1_000)
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsUntil(endMs)), 1_000)
    return () => clearInterval(timer)
  }, [endMs])
  // A screen reader reads a timer on request only.
  return <p role="timer">{say(left)}</p>
}
