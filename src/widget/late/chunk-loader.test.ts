import { expect, test } from 'vitest'
import { createChunkLoader } from './chunk-loader.ts'

/** A loader whose first tries fail. */
function loaderFailing(times: number) {
  let tries = 0
  const loader = createChunkLoader(async () => {
    tries += 1
    if (tries <= times) throw new Error('The network is down.')
    return 'the rules'
  })
  const seen: string[] = []
  loader.subscribe(() => seen.push(loader.getSnapshot().status))
  return { loader, seen }
}

test('the chunk is loaded at once', async () => {
  const { loader, seen } = loaderFailing(0)
  expect(loader.getSnapshot()).toEqual({ status: 'loading' })
  await expect(loader.tried()).resolves.toBe('the rules')
  expect(seen).toEqual(['loaded'])
})

test('a failed try is reported, and a press that waited for it gets nothing', async () => {
  const { loader, seen } = loaderFailing(1)
  await expect(loader.tried()).resolves.toBeUndefined()
  expect(seen).toEqual(['failed'])
})

test('the parts of the panel wait until a later try succeeds', async () => {
  const { loader, seen } = loaderFailing(1)
  await loader.tried()
  loader.retry()
  await expect(loader.loaded).resolves.toBe('the rules')
  expect(seen).toEqual(['failed', 'loading', 'loaded'])
})

test('a second press of “Try again” does not start a second load', async () => {
  const { loader, seen } = loaderFailing(1)
  await loader.tried()
  loader.retry()
  loader.retry()
  await loader.loaded
  expect(seen).toEqual(['failed', 'loading', 'loaded'])
})
