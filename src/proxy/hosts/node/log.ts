import { pino, type DestinationStream, type Logger } from 'pino'
import { statusByCode } from '../../../contract/problems/problem.ts'
import type { RefusalCount } from '../../logs/repeated-refusals.ts'
import type { LogDependency } from '../../logs/dependency-log.ts'
import type { LogAudit } from '../../logs/audit-line.ts'
import type { LogRequest } from '../../logs/request-log.ts'
import type { LogWarning } from '../../logs/warning-log.ts'
import type { Sharing } from '../../shared-store.ts'
import type { LogLevel } from './environment/node-environment.ts'

/** Writes one JSON object per line, by default on standard output. */
export const createLogger = (level: LogLevel, destination?: DestinationStream): Logger => {
  const options = { level, base: null }
  return destination ? pino(options, destination) : pino(options)
}

/** Load balancers send these every few seconds, and their lines say nothing new. */
const probeRoutes = new Set(['/healthz', '/readyz'])

export function createRequestLog(logger: Logger): LogRequest {
  return (line) => {
    if (line.status >= 500 && line.code) logger.error(line)
    else if (probeRoutes.has(line.route)) logger.debug(line)
    else logger.info(line)
  }
}

/** Writes one line for many refused requests, at the level that their own lines would have. */
export function createRefusalCountLog(logger: Logger): (count: RefusalCount) => void {
  return (count) => {
    const level = statusByCode[count.code] >= 500 ? 'error' : 'info'
    logger[level](count, 'refused more requests than have a line each')
  }
}

/** Written at every level: a record of who created which task must not depend on LOG_LEVEL. */
export function createAuditLog(logger: Logger): LogAudit {
  const auditor = logger.child({ audit: true }, { level: 'info' })
  return (line) => auditor.info(line)
}

/** The message says the most important fact, because most operators read it first. */
export function createDependencyLog(logger: Logger): LogDependency {
  return (line) => {
    const { dependency } = line
    if (line.answers) {
      const isOwn = dependency === 'NUMBER_HASH_SECRET'
      return logger.info({ dependency }, isOwn ? 'is the same at all proxies now' : 'answers again')
    }
    const { answers: _, isNeeded, ...failure } = line
    if (dependency === 'files in Amazon S3')
      return logger.warn(failure, 'does not answer; tasks get no files')
    return logger.warn(failure, isNeeded ? 'not ready yet' : 'does not answer; earlier answers still serve')
  }
}

export function createWarningLog(logger: Logger): LogWarning {
  return ({ warning, why }) => logger.warn({ warning, why }, 'needs a change')
}

/** The address of Redis is not logged, because it holds a password. */
export function createSharingLog(logger: Logger): (sharing: Sharing) => void {
  return (sharing) => {
    if (sharing.isShared) logger.info('shares Connect’s rates and begun tasks with the other proxies')
    else
      logger.warn(
        { why: sharing.why },
        'Redis is away: this proxy uses Connect’s rates alone and knows only its own begun tasks, and no message is sent',
      )
  }
}
