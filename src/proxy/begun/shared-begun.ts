/** How far a command has come, as the proxies share it. */
export type SharedEntry =
  /** A proxy is carrying it out, or has ended while it did. */
  | { readonly state: 'begun' }
  /** Its answer was lost. `content` is a hash; empty if it is not known. */
  | { readonly state: 'possible'; readonly content: string }
  /** `answer` is JSON. */
  | { readonly state: 'created'; readonly content: string; readonly answer: string }

/** The store did not answer, so that this proxy has only its own memory. */
export const storeAway = 'away'

export type StoreAway = typeof storeAway

/** The commands that all proxies of an instance have begun. The host provides the store. No function rejects. */
export interface SharedBegun {
  /** Marks the command as begun, and resolves to undefined; resolves to the entry instead if there is one already. */
  readonly begin: (key: string) => Promise<SharedEntry | StoreAway | undefined>
  readonly read: (key: string) => Promise<SharedEntry | StoreAway | undefined>
  /** Replaces the entry, except that a command that has created something stays so. */
  readonly keep: (key: string, entry: SharedEntry) => Promise<void>
  /** Takes back this proxy’s own `begin`; resolves to the entry instead if it is another proxy’s by now. */
  readonly release: (key: string) => Promise<SharedEntry | StoreAway | undefined>
}
