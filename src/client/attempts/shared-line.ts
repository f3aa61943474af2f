import { attemptPatienceSeconds } from '../../core/attempts/attempt.ts'
import { createLine, type Line, type Turn } from './line.ts'

/** The part of the Web Locks API that is used here. A browser gives a lock in the order of the requests, and takes it back when a page goes. */
export interface Locks {
  readonly request: (
    name: string,
    options: { readonly signal: AbortSignal },
    work: () => Promise<void>,
  ) => Promise<void>
}

export interface SharedLineTimes {
  /** How long an attempt may wait for another window before the panel says so. */
  readonly noticeMs: number
  /** Then the attempt goes on without its turn: it has lost its patience too, and says that it was not sent. */
  readonly giveUpMs: number
}

const usualTimes: SharedLineTimes = { noticeMs: 200, giveUpMs: attemptPatienceSeconds * 1_000 }

const lockName = 'tasklink sends a task'

/**
 * One line for all windows of the browser. Without Web Locks (pages without TLS, and frames to which the browser refuses
 * storage), the attempts of each panel have a line of their own.
 */
export function createSharedLine(locks: Locks | undefined, times = usualTimes): Line {
  const line = createLine()
  return locks ? { enter: (onPlace) => enterBoth(line, locks, times, onPlace) } : line
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })

function enterBoth(
  line: Line,
  locks: Locks,
  { noticeMs, giveUpMs }: SharedLineTimes,
  onPlace: (before: number) => void,
): Turn {
  const left = new AbortController()
  const gone = aborted(left.signal)
  // At the press, so that the order of the presses counts.
  const lock = new Promise<void>((resolve) => {
    const given = locks.request(lockName, { signal: left.signal }, () => {
      resolve()
      return gone
    })
    // The browser refuses locks to this page, or the attempt has left.
    given.catch(resolve)
  })
  const own = line.enter(onPlace)

  async function comes(): Promise<void> {
    await own.comes
    const notice = setTimeout(() => {
      // Another window may have more of them; the browser does not say.
      if (!left.signal.aborted) onPlace(1)
    }, noticeMs)
    let giveUp: ReturnType<typeof setTimeout> | undefined
    const patience = new Promise<void>((resolve) => {
      giveUp = setTimeout(resolve, giveUpMs)
    })
    await Promise.race([lock, patience])
    clearTimeout(notice)
    clearTimeout(giveUp)
  }

  return {
    isFirst: own.isFirst,
    comes: comes(),
    leave: () => {
      left.abort()
      own.leave()
    },
  }
}
