import type { ExpiryUnit } from '../../core/fields/expiry/expiry-draft.ts'

/** The words for how long a task lives. */
export interface ExpiryMessages {
  readonly label: string
  readonly ends: (instant: string) => string
  /** It may end before it was worked on. */
  readonly soon: string
  /** The panel has set it, because tasks may be scheduled this many days ahead. */
  readonly filledIn: (horizonDays: number) => string
  readonly tooEarly: string
  readonly unknown: string
  /** Follows one of the others. */
  readonly change: string
  readonly amount: string
  readonly unit: string
  readonly units: Readonly<Record<ExpiryUnit, string>>
  readonly limits: (longest: string) => string
  /** Goes back to how long a task lives if the agent says nothing. */
  readonly usual: (duration: string) => string
}
