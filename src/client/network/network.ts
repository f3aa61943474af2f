/** Whether the proxy can be reached, as far as the page can know before it sends something. */
export interface Network {
  readonly isOnline: () => boolean
  /** Calls back when that may have changed. Returns a function that stops it. */
  readonly subscribe: (onChange: () => void) => () => void
  /** Tries to reach the proxy without changing anything. */
  readonly probe: () => Promise<unknown>
}

/** For pages that cannot know that the network is down. */
export const alwaysOnline: Network = {
  isOnline: () => true,
  subscribe: () => () => {},
  probe: async () => {},
}
