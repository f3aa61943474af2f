import type { Logger } from 'pino'
import { errorFacts } from './logs/request-log.ts'

/**
 * How long requests under way may take to finish once the process is told to stop: longer than a write to Connect (10 s)
 * with the reads before it, shorter than the 30 s that Kubernetes and ECS wait before they kill.
 */
const stopWithinMs = 20_000

/** Finishes what is under way at the first signal, and ends at once at the second. */
export function stopOnSignal(logger: Logger, stop: () => Promise<void>): void {
  let isStopping = false
  async function finish() {
    logger.info('stopping')
    setTimeout(() => {
      logger.warn({ waitedMs: stopWithinMs }, 'stopped before every request was answered')
      process.exit(0)
    }, stopWithinMs).unref()
    await stop()
    logger.info('stopped')
    process.exit(0)
  }
  function onSignal() {
    if (isStopping) process.exit(1)
    isStopping = true
    void finish()
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}

/** After a fault that nobody caught, nobody knows what still holds: whatever runs the process starts it anew. */
export function endOnFault(logger: Logger): void {
  // However little else shall be logged: nothing may end without a word.
  const last = logger.child({}, { level: 'fatal' })
  function end(fault: unknown) {
    const error = fault instanceof Error ? errorFacts(fault) : { name: typeof fault, frames: [] }
    last.fatal({ error }, 'ended by a fault that nobody caught')
    process.exit(1)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
}
