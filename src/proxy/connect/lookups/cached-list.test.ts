import { setImmediate as settled } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createCachedList } from './cached-list.ts'
import { ProblemError } from '../../problem-error.ts'

const minuteMs = 60_000
const throttled = new ProblemError({
  code: 'throttled',
  reason: 'throttled',
  detail: 'Connect is throttling.',
  retryAfterSeconds: 2,
})

function createShelf() {
  let nowMs = Date.UTC(2026, 10, 21)
  let trouble: Error | undefined
  let loads = 0
  const list = createCachedList({
    load: async () => {
      loads += 1
      if (trouble) throw trouble
      return [`as of load ${loads}`]
    },
    maxAgeMs: 5 * minuteMs,
    now: () => new Date(nowMs),
  })
  return {
    list,
    loads: () => loads,
    passTime: (ms: number) => (nowMs += ms),
    haveTrouble: (error?: Error) => (trouble = error),
  }
}

it('a list is still offered while Connect throttles, and is read again after Connect’s wait', async () => {
  const { list, loads, passTime, haveTrouble } = createShelf()
  await list.read()
  passTime(6 * minuteMs)
  haveTrouble(throttled)

  expect([await list.read(), await list.read()]).toEqual([['as of load 1'], ['as of load 1']])
  expect(loads()).toBe(2)
  haveTrouble()
  passTime(2_000)
  expect(await list.read()).toEqual(['as of load 3'])
})

it('a list that could not be read again for more than an hour is no longer offered', async () => {
  const { list, passTime, haveTrouble } = createShelf()
  await list.read()
  haveTrouble(throttled)
  passTime(65 * minuteMs)
  expect(await list.read()).toEqual(['as of load 1'])
  passTime(1)

  await expect(list.read()).rejects.toBe(throttled)
})

it('a list that is in doubt is read again after the throttling', async () => {
  const { list, loads, passTime, haveTrouble } = createShelf()
  await list.read()
  haveTrouble(throttled)
  list.distrust()
  await list.read()
  haveTrouble()
  passTime(2_000)

  expect(await list.read()).toEqual(['as of load 3'])
  expect(loads()).toBe(3)
})

it('a failed first reading is reported, and the next caller starts another', async () => {
  const { list, haveTrouble } = createShelf()
  haveTrouble(throttled)
  await expect(list.read()).rejects.toBe(throttled)
  haveTrouble()

  expect(await list.read()).toEqual(['as of load 2'])
})

it('a list that is soon too old is read again once in the background', async () => {
  const { list, loads, passTime } = createShelf()
  await list.read()
  passTime(4 * minuteMs)

  expect([await list.read(), await list.read()]).toEqual([['as of load 1'], ['as of load 1']])
  await settled()
  expect(loads()).toBe(2)
  expect(await list.read()).toEqual(['as of load 2'])
  passTime(3 * minuteMs)
  expect(await list.read()).toEqual(['as of load 2'])
  expect(loads()).toBe(2)
})

it('a list that cannot be read ahead is still offered, and Connect is not asked for a while', async () => {
  const { list, loads, passTime, haveTrouble } = createShelf()
  await list.read()
  passTime(4 * minuteMs)
  haveTrouble(throttled)

  expect([await list.read(), await list.read()]).toEqual([['as of load 1'], ['as of load 1']])
  await settled()
  expect(loads()).toBe(2)
  passTime(10_000)
  await list.read()
  expect(loads()).toBe(3)
})
