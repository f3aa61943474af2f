import type { LifecycleRule } from '@aws-sdk/client-s3'

const dayMs = 86_400_000

/**
 * When a lifecycle rule deletes an object: its days after the object's creation, "rounded to the next day midnight UTC"
 * (S3 user guide, "Lifecycle configuration elements"). So a rule of one day deletes after 24 to 48 hours.
 */
export function expiryOf(
  { key, storedAt }: { readonly key: string; readonly storedAt: number },
  rules: readonly LifecycleRule[],
): { readonly at: number; readonly ruleId: string } | undefined {
  const expiries = rules.flatMap(({ Status, Filter, Expiration, ID = '' }) => {
    const applies = Status === 'Enabled' && key.startsWith(Filter?.Prefix ?? '')
    const days = applies ? Expiration?.Days : undefined
    return days === undefined
      ? []
      : [{ at: Math.ceil((storedAt + days * dayMs) / dayMs) * dayMs, ruleId: ID }]
  })
  return expiries.toSorted((one, other) => one.at - other.at)[0]
}
