export interface Channel {
  readonly post: (message: unknown) => void
  readonly hear: (listener: (message: unknown) => void) => void
  readonly close: () => void
}

/** A browser delivers a message only within one origin and one storage partition. It throws where a frame has no storage. */
export function openChannel(name: string): Channel {
  const channel = new BroadcastChannel(name)
  return {
    // The lint rule mistakes the channel for a window. A channel has no target origin.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    post: (message) => channel.postMessage(message),
    hear: (listener) => channel.addEventListener('message', ({ data }) => listener(data)),
    close: () => channel.close(),
  }
}
