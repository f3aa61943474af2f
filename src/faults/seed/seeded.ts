/** Random choices from a seed: the same seed gives the same choices in the same order. */
export interface Seeded {
  /** From 0 to 1, without 1. */
  readonly fraction: () => number
  readonly chance: (probability: number) => boolean
  /** A whole number from 0 to `count - 1`. */
  readonly below: (count: number) => number
  readonly oneOf: <Item>(items: readonly [Item, ...Item[]]) => Item
  /** One of the items. The weight says how often each is chosen. */
  readonly weighted: <Item>(items: readonly (readonly [weight: number, item: Item])[]) => Item | undefined
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state are enough to choose from a few hundred possibilities. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function createSeeded(seed: string): Seeded {
  const fraction = mulberry32(hashOf(seed))
  const below = (count: number) => Math.floor(fraction() * count)
  return {
    fraction,
    chance: (probability) => fraction() < probability,
    below,
    oneOf: (items) => items[below(items.length)] ?? items[0],
    weighted: (items) => {
      let left = fraction() * items.reduce((sum, [weight]) => sum + weight, 0)
      return items.find(([weight]) => (left -= weight) < 0)?.[1]
    },
  }
}
