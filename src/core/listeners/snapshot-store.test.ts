import { describe, expect, it, vi } from 'vitest'
import { createSnapshotStore } from './snapshot-store.ts'

const listener = () => vi.fn<() => void>()

describe('a snapshot store', () => {
  it('announces each new value after it can be read', () => {
    const store = createSnapshotStore(1)
    const seen: number[] = []
    store.subscribe(() => seen.push(store.getSnapshot()))
    store.set(2)
    store.set(3)

    expect(seen).toEqual([2, 3])
  })

  it('keeps the object and stays silent when the new value is the same', () => {
    const first = { name: 'call' }
    const store = createSnapshotStore(first, (one, other) => one.name === other.name)
    const onChange = listener()
    store.subscribe(onChange)
    store.set({ name: 'call' })

    expect(store.getSnapshot()).toBe(first)
    expect(onChange).not.toHaveBeenCalled()
  })

  it('counts two subscriptions of the same function as two', () => {
    const store = createSnapshotStore(1)
    const onChange = listener()
    const stop = store.subscribe(onChange)
    store.subscribe(onChange)
    stop()
    stop()
    store.set(2)

    expect(onChange).toHaveBeenCalledTimes(1)
  })
})
