/** Where a wall-clock time falls in a time zone: usually once, twice when clocks go back, never when they go forward. */
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
 * The zone that a draft's wall-clock times are in. It is handed to the rules, because what knows every change of every
 * clock is large, and a draft needs it only once it holds such a time.
 */
export interface TimeZone {
  /** Places a wall-clock time, as `datetime-local` writes it, on the line of instants. */
  readonly clockTime: (local: string) => ClockTime
  /** The wall-clock reading of an instant, to the minute. */
  readonly wallClock: (instant: Date) => { readonly date: string; readonly time: string }
}
