import { expect, it } from 'vitest'
import { mendedKey } from './mended-key.ts'

it.each([
  ['contract end', 'contract_end'],
  [' order (shop) ', 'order_shop'],
  ['café', 'cafe'],
])('in place of the key “%s”, the panel offers “%s”', (key, offered) => {
  expect(mendedKey(key)).toBe(offered)
})

it.each(['contract_end', '名前', '!', ''])('in place of the key “%s”, it offers none', (key) => {
  expect(mendedKey(key)).toBeUndefined()
})
