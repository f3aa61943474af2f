import type { AskOthers } from './gate.ts'

/** The proxies share Connect’s rates, or each uses the rates alone for a reason. */
export type Sharing = { readonly isShared: true } | { readonly isShared: false; readonly why: string }

/** Rates that all proxies of an account and Region share. The host provides the store. */
export interface SharedRates {
  /** Reserves a place for one call: in how many milliseconds it may begin. It resolves to 0 while the store is away. */
  readonly take: AskOthers
  readonly isShared: () => boolean
  readonly close: () => void
}
