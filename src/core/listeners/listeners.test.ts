import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createListeners } from './listeners.ts'
import { createSnapshotStore } from './snapshot-store.ts'

const report = vi.fn<(mistake: unknown) => void>()

beforeEach(() => {
  report.mockClear()
  vi.stubGlobal('reportError', report)
})
afterEach(() => vi.unstubAllGlobals())

const mistake = new Error('The desktop is broken.')
const broken = () => {
  throw mistake
}

describe('listeners of which one throws', () => {
  it('are all called, and the exception is reported after them', async () => {
    const calls: string[] = []
    report.mockImplementation(() => calls.push('reported'))
    const { add, tell } = createListeners<[string]>()
    add((news) => calls.push(`first ${news}`))
    add(broken)
    add((news) => calls.push(`last ${news}`))
    tell('call')
    await Promise.resolve()

    expect(calls).toEqual(['first call', 'last call', 'reported'])
    expect(report).toHaveBeenCalledExactlyOnceWith(mistake)
  })

  it('do not throw into the code that sets the value', () => {
    const store = createSnapshotStore(1)
    store.subscribe(broken)

    expect(() => store.set(2)).not.toThrow()
    expect(store.getSnapshot()).toBe(2)
  })
})
