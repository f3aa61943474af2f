/** The broadcast channels of one browser. A message is delivered in the next microtask, so that a run can be repeated. */
const open = new Map<string, Set<EventTarget>>()

class Channel extends EventTarget {
  readonly #name: string

  constructor(name: string) {
    super()
    this.#name = name
    open.set(name, (open.get(name) ?? new Set()).add(this))
  }

  postMessage(data: unknown): void {
    for (const other of open.get(this.#name) ?? []) {
      if (other !== this) queueMicrotask(() => other.dispatchEvent(new MessageEvent('message', { data })))
    }
  }

  close(): void {
    open.get(this.#name)?.delete(this)
  }
}

/** Gives this process channels that need no timers and no threads. */
export const installChannels = (): void => void Object.assign(globalThis, { BroadcastChannel: Channel })
