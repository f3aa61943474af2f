import { expect, it } from 'vitest'
import { readNumber } from './read-number.ts'

it.each([
  ['+44 (0)20 7946 0958', undefined, '+442079460958'],
  ['020 7946 0958', 'GB', '+442079460958'],
  ['0170/1234567', 'DE', '+491701234567'],
  ['0044 7911 123456', 'US', '+447911123456'],
  ['011 44 7911 123456', 'US', '+447911123456'],
  ['＋４９ １７０ １２３４５６７', undefined, '+491701234567'],
  ['(+49) 170 1234567', 'US', '+491701234567'],
] as const)('reads %s', (typed, country, e164) => {
  expect(readNumber(typed, country)).toMatchObject({ ok: true, number: { e164 } })
})
