import { expect, it } from 'vitest'
import { countSms } from './count-sms.ts'

it.each([
  ['', { characters: 0, encoding: 'GSM-7', segments: 0, unitsLeft: 160 }],
  ['Hello', { characters: 5, encoding: 'GSM-7', segments: 1, unitsLeft: 155 }],
  ['10 €', { characters: 4, encoding: 'GSM-7', segments: 1, unitsLeft: 155 }],
  ['Hello 👍', { characters: 7, encoding: 'UCS-2', forcedBy: '👍', segments: 1, unitsLeft: 62 }],
  ['x'.repeat(160), { characters: 160, encoding: 'GSM-7', segments: 1, unitsLeft: 0 }],
  ['x'.repeat(161), { characters: 161, encoding: 'GSM-7', segments: 2, unitsLeft: 145 }],
  ['x'.repeat(306), { characters: 306, encoding: 'GSM-7', segments: 2, unitsLeft: 0 }],
  ['x'.repeat(307), { characters: 307, encoding: 'GSM-7', segments: 3, unitsLeft: 152 }],
] as const)('counts %j', (text, count) => {
  expect(countSms(text)).toEqual(count)
})
