/** How often something may be called: steadily, and at once after a rest. */
export interface Rate {
  readonly perSecond: number
  readonly burst: number
}

/** What Connect's own bucket holds at the least. */
export interface TokenBucket {
  /** Whether a call may begin now; one that begins must end, by `end`. */
  readonly begin: () => boolean
  readonly end: () => void
  /** How long until so many calls have begun, when none is slow to end. */
  readonly msUntil: (calls: number) => number
  /** How long until the next call may begin; without end while only the end of another makes room. */
  readonly msUntilNext: () => number
}

export function createTokenBucket({ perSecond, burst }: Rate, nowMs: () => number): TokenBucket {
  let tokens = burst
  let underWay = 0
  let countedAtMs = nowMs()

  function refill() {
    const at = nowMs()
    const gained = ((at - countedAtMs) / 1_000) * perSecond
    // A call may take its time to Connect, whose full bucket gains nothing until it arrives.
    tokens = Math.min(burst - underWay, tokens + gained)
    countedAtMs = at
  }

  function msUntil(calls: number) {
    refill()
    return Math.max(0, Math.ceil(((calls - tokens) / perSecond) * 1_000))
  }

  return {
    begin() {
      refill()
      if (tokens < 1) return false
      tokens -= 1
      underWay += 1
      return true
    },
    end() {
      refill()
      underWay -= 1
    },
    msUntil,
    msUntilNext: () => (underWay < burst ? msUntil(1) : Infinity),
  }
}
