import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { measureFirstLoad } from '../../src/bench/first-load.ts'
import { firstChunks, firstLoadByteLimit, framedFirstChunks } from '../../src/bench/first-load-budget.ts'
import { test } from '../support/worker.ts'

for (const [page, chunks] of [
  ['panel beside the CCP', firstChunks],
  ['panel in a frame of another page', framedFirstChunks.embed],
  ['panel in the agent workspace', framedFirstChunks.workspace],
] as const) {
  test(`the first load of the ${page} is within its budget`, () => {
    const first = measureFirstLoad(chunks).filter(({ isFirst }) => isFirst)
    const bytes = first.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0)

    expect(bytes).toBeLessThanOrEqual(firstLoadByteLimit)
  })
}

test('the start of a page waits for no other script, so that a sign-in begins at once', () => {
  const panel = new URL('../../dist/panel/', import.meta.url)
  const page = readFileSync(new URL('index.html', panel), 'utf8')
  const [, script = ''] = /<script [^>]*src="([^"]+)"/.exec(page) ?? []

  // A static import, not `import(…)` of a part that loads later.
  expect(readFileSync(new URL(script, panel), 'utf8')).not.toMatch(/\bimport\s*[{*"'`]/)
})

test('the first load contains no Streams, no sign-in, and no form for messages, which reads numbers', () => {
  const files = measureFirstLoad(firstChunks)
  const first = files.filter(({ isFirst }) => isFirst).map(({ file }) => file)
  const later = files.filter(({ isFirst }) => !isFirst).map(({ file }) => file)

  // `owner` is the chunk of src/contacts/streams/owner.ts.
  for (const chunk of ['connect-streams', 'owner', 'oidc-sign-in', 'message-chunk']) {
    expect(later).toContainEqual(expect.stringMatching(`/${chunk}-`))
  }
  expect(first.join()).not.toMatch(/streams|\/owner-|oidc|message-chunk/)
})
