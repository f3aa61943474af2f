export interface RememberedOptions {
  readonly nowMs: () => number
  readonly keptForMs: number
  /** The most values of one agent. Another value of the agent replaces the oldest of these. */
  readonly perAgent: number
}

/** Values by key, each of one agent. An agent’s values never replace those of another agent. */
export interface Remembered<Value> {
  readonly get: (key: string) => Value | undefined
  readonly set: (agentId: string, key: string, value: Value) => void
  readonly ofAgent: (agentId: string) => readonly Value[]
}

export function createRemembered<Value>(options: RememberedOptions): Remembered<Value> {
  const { nowMs, keptForMs, perAgent } = options
  /** The oldest first, because all are kept for the same time. */
  const values = new Map<
    string,
    { readonly agentId: string; readonly value: Value; readonly untilMs: number }
  >()
  const keysOf = new Map<string, Set<string>>()

  function forget(key: string) {
    const { agentId = '' } = values.get(key) ?? {}
    const keys = keysOf.get(agentId)
    values.delete(key)
    keys?.delete(key)
    if (keys?.size === 0) keysOf.delete(agentId)
  }

  function forgetExpired() {
    for (const [key, { untilMs }] of values) {
      if (untilMs > nowMs()) return
      forget(key)
    }
  }

  return {
    get(key) {
      forgetExpired()
      return values.get(key)?.value
    },
    set(agentId, key, value) {
      forgetExpired()
      forget(key)
      const keys = keysOf.get(agentId) ?? new Set()
      keysOf.set(agentId, keys.add(key))
      values.set(key, { agentId, value, untilMs: nowMs() + keptForMs })
      const [oldest = key] = keys
      if (keys.size > perAgent) forget(oldest)
    },
    ofAgent(agentId) {
      forgetExpired()
      return [...(keysOf.get(agentId) ?? [])].flatMap((key) => values.get(key)?.value ?? [])
    },
  }
}
