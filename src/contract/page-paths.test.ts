import { expect, it } from 'vitest'
import { basePathOf, pageOf } from './page-paths.ts'

it.each([
  ['/', '', '/'],
  ['/embed', '', '/embed'],
  ['/tasklink/', '/tasklink', '/'],
  ['/tasklink/signed-in', '/tasklink', '/signed-in'],
  ['/apps/tasklink/workspace', '/apps/tasklink', '/workspace'],
])('%s is below "%s", and shows the page %s', (pathname, basePath, page) => {
  expect(basePathOf(pathname)).toBe(basePath)
  expect(pageOf(pathname)).toBe(page)
})
