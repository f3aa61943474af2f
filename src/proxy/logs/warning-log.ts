/** A state of the provider, Connect or the policy that an operator should change. */
export interface WarningLine {
  /** From a closed set. */
  readonly warning: string
  /** The finding and the remedy, without any value of a token. */
  readonly why: string
}

export type LogWarning = (line: WarningLine) => void

/** Logs each kind of warning once, because one provider sends the same kind with every token. */
export function warnOnce(log: LogWarning): LogWarning {
  const logged = new Set<string>()
  return (line) => {
    if (logged.has(line.warning)) return
    logged.add(line.warning)
    log(line)
  }
}
