import type { Logger } from 'pino'
import { errorFacts } from '../../../logs/request-log.ts'

/**
 * How long requests may take to finish after the signal to stop: longer than a write to Connect (10 s) with the reads before
 * it, shorter than the 30 s that Kubernetes and ECS wait before they kill the process.
 */
const stopWithinMs = 20_000

/** At the first signal the process finishes its requests and ends. At the second it ends at once. */
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

/** After an uncaught fault the state of the process is unknown, so it ends and its supervisor starts a new one. */
export function endOnFault(logger: Logger): void {
  // Logged at every LOG_LEVEL: a process must not end without a line.
  const last = logger.child({}, { level: 'fatal' })
  function end(fault: unknown) {
    const error = fault instanceof Error ? errorFacts(fault) : { name: typeof fault, frames: [] }
    last.fatal({ error }, 'ended by an uncaught fault')
    process.exit(1)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
}
