import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { operations } from './operations.ts'

it('the README lists every operation with its documented rate', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const rows = readme.matchAll(/^ *\| `([A-Z][A-Za-z\d]+)` +\| ([\d.]+) +\| (\d+) +\|/gm)
  const documented = Array.from(rows, ([, name, perSecond, burst]) => ({
    name,
    rate: { perSecond: Number(perSecond), burst: Number(burst) },
  }))

  expect(documented).toEqual(operations.map(({ name, rate }) => ({ name, rate })))
})
