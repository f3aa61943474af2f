/**
 * The most rows with different keys that fit into a byte budget. They have the shortest possible keys.
 *
 *     mostRows({ byteLimit: 10, keyUnits: 2, valueBytes: 0 })  // 6: two keys of one byte, and four of two
 */
export function mostRows({ byteLimit, keyUnits, valueBytes }: RowBudget): number {
  let rows = 0
  let leftBytes = byteLimit
  for (let keyBytes = 1; leftBytes >= keyBytes + valueBytes; keyBytes += 1) {
    const fitting = Math.min(keyUnits ** keyBytes, Math.floor(leftBytes / (keyBytes + valueBytes)))
    rows += fitting
    leftBytes -= fitting * (keyBytes + valueBytes)
  }
  return rows
}

export interface RowBudget {
  readonly byteLimit: number
  /** The number of different one-byte characters in keys. */
  readonly keyUnits: number
  /** The fewest bytes of a value. */
  readonly valueBytes: number
}
