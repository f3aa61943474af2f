import type { Metrics } from './metrics.ts'
import type { AuditLine, LogAudit } from './audit-line.ts'
import type { LogRequest } from './request-log.ts'

export interface Logs {
  readonly logRequest: LogRequest
  readonly logAudit: LogAudit
}

/** Counts what an audit line says. */
function countLine(metrics: Metrics, line: AuditLine): void {
  if ('upload' in line) metrics.noteUpload(line)
  if (!('subtype' in line)) return
  const result = 'createdContactId' in line ? 'accepted' : 'unknown'
  metrics.noteMessage({ subtype: line.subtype, result })
}

/** Writes the lines as before, and counts what they say. */
export function countedLogs({ logRequest, logAudit }: Logs, metrics: Metrics | undefined): Logs {
  if (!metrics) return { logRequest, logAudit }
  return {
    logRequest(line) {
      logRequest(line)
      metrics.noteRequest(line)
    },
    logAudit(line) {
      logAudit(line)
      countLine(metrics, line)
    },
  }
}
