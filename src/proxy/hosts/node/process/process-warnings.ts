import type { Logger } from 'pino'

/**
 * On Node 20 and 21 the AWS SDK warns of its releases of 2027. The built proxy contains its own release, so there is nothing
 * that an operator should do. Must be called before the SDK's first client is made.
 */
export function silenceSdkNotice(): void {
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'
}

/** Names and codes of Node and of packages; anything else may hold a value. */
const namePattern = /^\w{1,60}$/

const nameOr = (text: unknown, other: string) =>
  typeof text === 'string' && namePattern.test(text) ? text : other

/**
 * Writes each kind of warning of Node and of packages once, as a line of the log. Their texts are left out, because they may
 * hold values.
 */
export function logProcessWarnings(logger: Logger): void {
  const logged = new Set<string>()
  // Node's own listener writes plain text.
  process.removeAllListeners('warning')
  process.on('warning', (warning) => {
    const name = nameOr(warning.name, 'Warning')
    const code = nameOr('code' in warning ? warning.code : undefined, 'none')
    const kind = `${name} ${code}`
    if (logged.has(kind)) return
    logged.add(kind)
    logger.warn({ warning: name, code }, 'warning of the process')
  })
}
