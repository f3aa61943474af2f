import type { RunningAttempt } from './running-attempt.ts'

/** How often an unreachable proxy is tried while an attempt waits for it. */
const probeEveryMs = 5_000

/** Waits until the proxy can be reached, or until the attempt has no time left or is given up. */
export async function untilOnline<Request, Result>({
  signal,
  stopped,
  leftMs,
  setting,
}: RunningAttempt<Request, Result>): Promise<void> {
  const { network, wait } = setting
  let wake: (() => void) | undefined
  const stopListening = network.subscribe(() => wake?.())
  /* Sequential tries. */
  /* oxlint-disable no-await-in-loop */
  while (!network.isOnline() && !signal.aborted && leftMs() > 0) {
    const changed = new Promise<void>((resolve) => {
      wake = resolve
    })
    await Promise.race([network.probe().catch(() => {}), changed, stopped])
    if (!network.isOnline() && !signal.aborted)
      await Promise.race([changed, wait(Math.min(probeEveryMs, leftMs())), stopped])
  }
  /* oxlint-enable no-await-in-loop */
  stopListening()
}
