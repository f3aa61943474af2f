import { pino, type DestinationStream, type Logger } from 'pino'
import { statusByCode } from '../../contract/problem.ts'
import type { LogLevel } from '../environment.ts'
import type { RefusalCount } from './repeated-refusals.ts'
import type { LogTask, LogRequest } from './request-log.ts'
import type { Sharing } from '../rates/shared-rates.ts'

/** One JSON object a line, on standard output unless told otherwise. */
export const createLogger = (level: LogLevel, destination?: DestinationStream): Logger => {
  const options = { level, base: null }
  return destination ? pino(options, destination) : pino(options)
}

/** Probes come every few seconds for ever and say nothing new. */
const probeRoutes = new Set(['/healthz', '/readyz'])

export function createRequestLog(logger: Logger): LogRequest {
  return (line) => {
    if (line.status >= 500 && line.code) logger.error(line)
    else if (probeRoutes.has(line.route)) logger.debug(line)
    else logger.info(line)
  }
}

/** One line in place of those of many refused requests, at their level. */
export function createRefusalCountLog(logger: Logger): (count: RefusalCount) => void {
  return (count) => {
    const level = statusByCode[count.code] >= 500 ? 'error' : 'info'
    logger[level](count, 'refused more requests than have a line each')
  }
}

/** Written at every level: who created what must not depend on how much somebody wants to read. */
export function createAuditLog(logger: Logger): LogTask {
  const auditor = logger.child({ audit: true }, { level: 'info' })
  return (line) => auditor.info(line)
}

/** Where Redis is stays out of it: its address holds a password. */
export function createSharingLog(logger: Logger): (sharing: Sharing) => void {
  return (sharing) => {
    if (sharing.isShared) logger.info('keeps Connect’s rates together with the other proxies')
    else logger.warn({ why: sharing.why }, 'Redis is away: this proxy keeps Connect’s rates for itself alone')
  }
}
