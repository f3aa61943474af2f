import type { SpokenMoment } from '../core/fields/schedule/spoken-moment.ts'

export interface ReaderClock {
  /** The time on the agent's clock, stored as if it were UTC. */
  readonly local: Date
  /** True if 4/12 is 4 December. */
  readonly isDayFirst: boolean
}

/** Reads a time in the words of one language. Returns undefined instead of guessing. */
export type MomentReader = (text: string, clock: ReaderClock) => SpokenMoment | undefined
