import { expect, test } from '@playwright/test'
import { measureFirstLoad } from '../../src/bench/first-load.ts'
import { firstChunks, firstLoadByteLimit } from '../../src/bench/first-load-budget.ts'

test('an agent waits for no more than the first load may weigh', () => {
  const first = measureFirstLoad(firstChunks).filter(({ isFirst }) => isFirst)
  const bytes = first.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0)

  expect(bytes).toBeLessThanOrEqual(firstLoadByteLimit)
})

test('neither Streams nor the sign-in is part of the first load', () => {
  const first = measureFirstLoad(firstChunks).filter(({ isFirst }) => isFirst)

  expect(first.map(({ file }) => file).join()).not.toMatch(/streams|oidc/)
})
