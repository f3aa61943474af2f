import { attemptPatienceSeconds } from '../../core/attempts/attempt.ts'
import { createLine, type Line, type Turn } from './line.ts'

/**
 * The part of the Web Locks API that is used here. A browser gives a lock in the order of the requests, and releases it when
 * the page is closed.
 */
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
  /**
   * After this time the attempt continues without its turn. Its patience has run out too, so it reports that it was not sent.
   */
  readonly giveUpMs: number
}

const usualTimes: SharedLineTimes = { noticeMs: 200, giveUpMs: attemptPatienceSeconds * 1_000 }

const lockName = 'tasklink sends a task'

/**
 * One line for all windows of the browser. Without Web Locks (pages without TLS, and frames that may not use storage), each
 * panel has its own line.
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
  // Request the lock at the press, so that the attempts keep the order of the presses.
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
      // "1 before this one": there may be more, but the browser does not say how many.
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
