import type { ExpiryUnit } from '../../core/fields/expiry/expiry-draft.ts'

/** The words for how long a task lives. */
export interface ExpiryMessages {
  readonly label: string
  readonly ends: (instant: string) => string
  /** The task may end before anyone has worked on it. */
  readonly soon: string
  /** The panel has set the expiry, because tasks may be scheduled this many days ahead. */
  readonly filledIn: (horizonDays: number) => string
  readonly tooEarly: string
  readonly unknown: string
  /** For screen readers, after one of the texts above: what a press does. */
  readonly change: string
  /** Opens the field, below a note about the end. */
  readonly changeEnd: string
  readonly amount: string
  readonly unit: string
  readonly units: Readonly<Record<ExpiryUnit, string>>
  readonly limits: (longest: string) => string
  /** The button that goes back to the default expiry. */
  readonly usual: (duration: string) => string
}
