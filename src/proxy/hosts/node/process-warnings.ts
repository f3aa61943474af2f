import type { Logger } from 'pino'

/** The AWS SDK warns on Node 20 and 21 of releases after this one; the built proxy contains its release of the SDK. */
const isOfLaterReleases = ({ message }: Error) => message.startsWith('NodeVersionSupportWarning')

/** Writes the warnings of Node and of packages as lines of the log. Their texts are left out, because they may hold values. */
export function logProcessWarnings(logger: Logger): void {
  // Node's own listener writes plain text.
  process.removeAllListeners('warning')
  process.on('warning', (warning) => {
    if (isOfLaterReleases(warning)) return
    const code = 'code' in warning ? { code: warning.code } : {}
    logger.warn({ warning: warning.name, ...code }, 'warning of the process')
  })
}
