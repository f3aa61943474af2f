import type { SharedBegun } from './begun/shared-begun.ts'
import type { IntervalStore } from './messages/intervals/interval-store.ts'
import type { AskOthers } from './rates/gate.ts'

/** The proxies share a store, or each is alone for a reason. */
export type Sharing = { readonly isShared: true } | { readonly isShared: false; readonly why: string }

/** A store that several proxies use together. The host provides it. While it is away, each proxy is alone. */
export interface SharedStore {
  /** Reserves a place for one call: in how many milliseconds it may begin. It resolves to 0 while the store is away. */
  readonly takePlace: AskOthers
  /** The tasks that the proxies have begun. */
  readonly begun: SharedBegun
  readonly begunMessages: SharedBegun
  readonly intervals: IntervalStore
  readonly isShared: () => boolean
  readonly close: () => void
}
