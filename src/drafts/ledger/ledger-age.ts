import type { LedgerEntry } from './ledger-entry.ts'

/**
 * How long a result is kept after its task was created or, if it is scheduled, after it starts: Amazon Connect ends a task
 * 7 days after it started, unless its expiry says otherwise.
 */
export const ledgerKeptMs = 7 * 24 * 3_600_000

export const isExpired = (
  { createdAt, scheduledAt = createdAt }: Pick<LedgerEntry, 'createdAt' | 'scheduledAt'>,
  now: number,
): boolean => now - Math.max(createdAt, scheduledAt) >= ledgerKeptMs
