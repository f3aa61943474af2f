import type { Issue } from '../../issues/issues.ts'

/** How long a task may live, as the agent types it. */
export interface ExpiryDraft {
  /** If empty, Connect's default or what the schedule needs. */
  readonly amount: string
  readonly unit: ExpiryUnit
}

export const expiryUnits = ['minutes', 'hours', 'days'] as const

export type ExpiryUnit = (typeof expiryUnits)[number]

const minutesPer: Readonly<Record<ExpiryUnit, number>> = { minutes: 1, hours: 60, days: 1_440 }

const largestFirst = ['days', 'hours', 'minutes'] as const

/**
 * Minutes in the largest unit that divides them.
 *
 *     expiryDraftOf(2_880)  // { amount: '2', unit: 'days' }
 */
export function expiryDraftOf(minutes: number): ExpiryDraft {
  const unit = largestFirst.find((each) => minutes % minutesPer[each] === 0) ?? 'minutes'
  return { amount: String(minutes / minutesPer[unit]), unit }
}

/** Digits with one decimal point or comma. Nine digits are far beyond what a task may live. */
const amountPattern = /^\d{1,9}(?:[.,]\d{1,9})?$/

/** Binary fractions are not exact: 1.1 hours are 66.00000000000001 minutes. */
const exactTo = 1e6

/** The minutes of a draft. Undefined if it is empty, NaN for a text that is not a duration. */
export function typedMinutes({ amount, unit }: ExpiryDraft): number | undefined {
  const typed = amount.trim()
  if (typed === '') return undefined
  if (!amountPattern.test(typed)) return Number.NaN
  const minutes = Number(typed.replace(',', '.')) * minutesPer[unit]
  return Math.round(minutes * exactTo) / exactTo
}

/** The minutes of a draft, or why it has none. */
export function expiryMinutesIn(draft: ExpiryDraft): {
  readonly minutes?: number
  readonly issues: readonly Issue[]
} {
  const minutes = typedMinutes(draft)
  if (minutes === undefined) return { issues: [] }
  if (Number.isNaN(minutes)) return { issues: [{ field: 'expiryMinutes', code: 'expiry-not-whole' }] }
  return { minutes, issues: [] }
}
