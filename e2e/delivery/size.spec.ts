import { expect, test } from '@playwright/test'
import { measureFirstLoad } from '../../src/bench/first-load.ts'
import { firstChunks, firstLoadByteLimit } from '../../src/bench/first-load-budget.ts'

test('the first load of the panel is within its budget', () => {
  const first = measureFirstLoad(firstChunks).filter(({ isFirst }) => isFirst)
  const bytes = first.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0)

  expect(bytes).toBeLessThanOrEqual(firstLoadByteLimit)
})

test('the first load contains neither Streams nor the sign-in', () => {
  const first = measureFirstLoad(firstChunks).filter(({ isFirst }) => isFirst)

  expect(first.map(({ file }) => file).join()).not.toMatch(/streams|oidc/)
})
