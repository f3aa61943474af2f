import type { ExpiryUnit } from '../core/fields/expiry/expiry-draft.ts'

/** The words for how long a task lives. */
export interface ExpiryMessages {
  readonly label: string
  /** Of a task that starts now. */
  readonly ends: (duration: string) => string
  /** Of a schedule that is not whole yet. */
  readonly endsFromNow: (duration: string) => string
  readonly endsAfterStart: (duration: string) => string
  /** It may end before it was worked on. */
  readonly endsSoon: (duration: string) => string
  /** The panel has set it, because tasks may be scheduled this many days ahead. */
  readonly filledIn: (duration: string, horizonDays: number) => string
  readonly tooEarly: string
  readonly unknown: string
  /** The organisation asks for it. */
  readonly missing: string
  readonly change: string
  readonly changeLabel: string
  readonly amount: string
  readonly unit: string
  readonly units: Readonly<Record<ExpiryUnit, string>>
  readonly limits: (longest: string) => string
  /** Goes back to what Connect or the panel does by itself. */
  readonly usual: string
}
