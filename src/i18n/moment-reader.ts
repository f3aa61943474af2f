import type { SpokenMoment } from '../core/fields/schedule/spoken-moment.ts'

export interface ReaderClock {
  /** The agent's wall clock, as if it were UTC. */
  readonly local: Date
  /** 4/12 is the fourth of December. */
  readonly isDayFirst: boolean
}

/** Understands a moment in the words of one language; undefined rather than a guess. */
export type MomentReader = (text: string, clock: ReaderClock) => SpokenMoment | undefined
