import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { loadAgain } from './load-again.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

/** Code whose load fails this many times. */
const lost = (times: number) => {
  let tries = 0
  return vi.fn(async () => {
    tries += 1
    if (tries <= times) throw new Error('The network is down.')
    return 'the code'
  })
}

it('loads code once if that succeeds', async () => {
  const load = lost(0)

  await expect(loadAgain(load)).resolves.toBe('the code')
  expect(load).toHaveBeenCalledOnce()
})

it('loads code after the network has lost it twice', async () => {
  const loading = loadAgain(lost(2))

  await vi.runAllTimersAsync()

  await expect(loading).resolves.toBe('the code')
})

it('gives up after the third try', async () => {
  const load = lost(3)
  const refused = expect(loadAgain(load)).rejects.toThrow('The network is down.')

  await vi.runAllTimersAsync()

  await refused
  expect(load).toHaveBeenCalledTimes(3)
})
