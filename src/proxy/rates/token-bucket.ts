/** The rate of an operation: calls per second, and calls at once after a pause. */
export interface Rate {
  readonly perSecond: number
  readonly burst: number
}

/** The least that Connect’s own bucket holds. */
export interface TokenBucket {
  /** Begins a call and returns true if one may begin now. `end` must be called when it ends. */
  readonly begin: () => boolean
  readonly end: () => void
  /** The time until so many calls have begun, if none is slow to end. */
  readonly msUntil: (calls: number) => number
  /** The time until the next call may begin; Infinity while a call must end first. */
  readonly msUntilNext: () => number
}

export function createTokenBucket({ perSecond, burst }: Rate, nowMs: () => number): TokenBucket {
  let tokens = burst
  let underWay = 0
  let countedAtMs = nowMs()

  function refill() {
    const at = nowMs()
    const gained = ((at - countedAtMs) / 1_000) * perSecond
    // A call may be slow on its way to Connect, and Connect’s full bucket gains nothing until it arrives.
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
