import { expect, it } from 'vitest'
import { byteLevel } from './byte-level.ts'

it.each([
  [0, 'fine'],
  [79, 'fine'],
  [80, 'near'],
  [100, 'near'],
  [101, 'over'],
] as const)('%i of 100 bytes is %s', (bytes, level) => {
  expect(byteLevel(bytes, 100)).toBe(level)
})
