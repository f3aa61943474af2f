/** How often a wall-clock time occurs in a time zone: usually once, twice when clocks go back, never when they go forward. */
export type ClockTime =
  | { readonly occurs: 'once'; readonly instant: Date }
  | { readonly occurs: 'twice'; readonly first: Date; readonly second: Date }
  | { readonly occurs: 'never' }
  | { readonly occurs: 'unreadable' }

/** How many minutes a wall clock is ahead of UTC at an instant. */
export type OffsetAt = (instant: Date) => number

/** IANA name of a zone, or the offsets of a wall clock whose zone has no name that the platform knows. */
export type Zone = string | OffsetAt

/**
 * The time zone of a draft's wall-clock times. It is passed to the rules, because the library with all changes of clocks is
 * large and is loaded only if a draft has such a time.
 */
export interface TimeZone {
  /** The instants of a wall-clock time in the format of `datetime-local`. */
  readonly clockTime: (local: string) => ClockTime
  /** The wall-clock reading of an instant, to the minute. */
  readonly wallClock: (instant: Date) => { readonly date: string; readonly time: string }
}
