import type { Metrics } from './metrics.ts'
import type { LogRequest, LogTask, TaskLine } from './request-log.ts'

export interface Logs {
  readonly logRequest: LogRequest
  readonly logTask: LogTask
}

/** Counts what an audit line says. */
function countLine(metrics: Metrics, line: TaskLine): void {
  if ('upload' in line) metrics.noteUpload(line)
  if (!('subtype' in line)) return
  const result = 'createdContactId' in line ? 'accepted' : 'unknown'
  metrics.noteMessage({ subtype: line.subtype, result })
}

/** Writes the lines as before, and counts what they say. */
export function countedLogs({ logRequest, logTask }: Logs, metrics: Metrics | undefined): Logs {
  if (!metrics) return { logRequest, logTask }
  return {
    logRequest(line) {
      logRequest(line)
      metrics.noteRequest(line)
    },
    logTask(line) {
      logTask(line)
      countLine(metrics, line)
    },
  }
}
