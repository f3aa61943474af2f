import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countSms } from './count-sms.ts'
import { septetsOf } from './gsm-7.ts'

/** The tables of 3GPP TS 23.038 by code, as Unicode publishes them (GSM0338.TXT); 0x09 is the capital letter of the standard. */
const basicByCode = [
  [0x00, 0x0040],
  [0x01, 0x00a3],
  [0x02, 0x0024],
  [0x03, 0x00a5],
  [0x04, 0x00e8],
  [0x05, 0x00e9],
  [0x06, 0x00f9],
  [0x07, 0x00ec],
  [0x08, 0x00f2],
  [0x09, 0x00c7],
  [0x0a, 0x000a],
  [0x0b, 0x00d8],
  [0x0c, 0x00f8],
  [0x0d, 0x000d],
  [0x0e, 0x00c5],
  [0x0f, 0x00e5],
  [0x10, 0x0394],
  [0x11, 0x005f],
  [0x12, 0x03a6],
  [0x13, 0x0393],
  [0x14, 0x039b],
  [0x15, 0x03a9],
  [0x16, 0x03a0],
  [0x17, 0x03a8],
  [0x18, 0x03a3],
  [0x19, 0x0398],
  [0x1a, 0x039e],
  [0x1c, 0x00c6],
  [0x1d, 0x00e6],
  [0x1e, 0x00df],
  [0x1f, 0x00c9],
  [0x24, 0x00a4],
  [0x40, 0x00a1],
  [0x5b, 0x00c4],
  [0x5c, 0x00d6],
  [0x5d, 0x00d1],
  [0x5e, 0x00dc],
  [0x5f, 0x00a7],
  [0x60, 0x00bf],
  [0x7b, 0x00e4],
  [0x7c, 0x00f6],
  [0x7d, 0x00f1],
  [0x7e, 0x00fc],
  [0x7f, 0x00e0],
] as const

const extensionByCode = [
  [0x0a, 0x000c],
  [0x14, 0x005e],
  [0x28, 0x007b],
  [0x29, 0x007d],
  [0x2f, 0x005c],
  [0x3c, 0x005b],
  [0x3d, 0x007e],
  [0x3e, 0x005d],
  [0x40, 0x007c],
  [0x65, 0x20ac],
] as const

const escape = 0x1b

/** All other codes are those of ASCII. */
const basicPoints = new Map<number, number>(
  Array.from({ length: 0x80 }, (_, code) => [code, code] as const).filter(([code]) => code !== escape),
)
for (const [code, point] of basicByCode) basicPoints.set(code, point)

const basic = [...basicPoints.values()].map((point) => String.fromCodePoint(point))
const extension = extensionByCode.map(([, point]) => String.fromCodePoint(point))

describe('the alphabet GSM-7', () => {
  it('has the 127 characters of the basic table and the 10 of its extension, and no other', () => {
    expect([new Set(basic).size, extension.length]).toEqual([127, 10])
    const sizes = new Map([
      ...basic.map((character) => [character, 1] as const),
      ...extension.map((character) => [character, 2] as const),
    ])
    const everyCharacter = Array.from({ length: 0x1_0000 }, (_, unit) => String.fromCharCode(unit))

    expect(everyCharacter.filter((each) => septetsOf(each) !== sizes.get(each))).toEqual([])
  })

  it.each(['\u001b', '`', 'ç', '“', '’', '–', '…', '\u00a0', '\t', 'e\u0301', '👍'])(
    'lacks %j, which forces UCS-2',
    (character) => {
      const first = Array.from(character).find((each) => septetsOf(each) === undefined)

      expect(countSms(`Hello ${character}!`)).toMatchObject({ encoding: 'UCS-2', forcedBy: first })
    },
  )

  it('is left at the first character that it lacks', () => {
    expect(countSms('It’s “free” 👍')).toMatchObject({ forcedBy: '’' })
  })
})

/** The same result in another way: builds the segments, each as full as possible. */
function segmentsOf(text: string, sizeOf: (character: string) => number, capacity: number) {
  const segments = ['']
  for (const character of text) {
    const last = segments.at(-1) ?? ''
    const size = Array.from(last + character, sizeOf).reduce((sum, each) => sum + each, 0)
    if (size > capacity) segments.push(character)
    else segments[segments.length - 1] = last + character
  }
  return segments
}

const x = (length: number) => 'x'.repeat(length)
const han = (length: number) => '漢'.repeat(length)

describe('the number of segments', () => {
  it.each([
    ['nothing', '', 0, 160],
    ['1 character', 'x', 1, 159],
    ['160 characters', x(160), 1, 0],
    ['161 characters', x(161), 2, 145],
    ['306 characters', x(306), 2, 0],
    ['307 characters', x(307), 3, 152],
    ['1,024 characters', x(1_024), 7, 47],
    ['158 characters and a euro', `${x(158)}€`, 1, 0],
    ['159 characters and a euro', `${x(159)}€`, 2, 145],
    ['a euro that the end of the first segment would split', `${x(152)}€${x(10)}`, 2, 141],
    ['a euro at the end of the first segment', `${x(151)}€${x(10)}`, 2, 143],
    ['80 euros', '€'.repeat(80), 1, 0],
    ['81 euros, of which a segment holds 76', '€'.repeat(81), 2, 143],
    ['70 characters in UCS-2', han(70), 1, 0],
    ['71 characters in UCS-2', han(71), 2, 63],
    ['134 characters in UCS-2', han(134), 2, 0],
    ['135 characters in UCS-2', han(135), 3, 66],
    ['35 emoji', '👍'.repeat(35), 1, 0],
    ['36 emoji, of which a segment holds 33', '👍'.repeat(36), 2, 61],
    ['an emoji that the end of the first segment would split', `${han(66)}👍${han(10)}`, 2, 55],
    ['an emoji at the end of the first segment', `${han(65)}👍${han(10)}`, 2, 57],
    ['a euro in UCS-2, where it is one unit', `${han(69)}€`, 1, 0],
  ])('of %s', (_, text, segments, unitsLeft) => {
    expect(countSms(text)).toMatchObject({ segments, unitsLeft })
  })

  const anyCharacter = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...basic) },
    { weight: 3, arbitrary: fc.constantFrom(...extension) },
    fc.constantFrom('漢', '👍', '’', '\u00e7'),
  )

  const anyText = fc.oneof(
    fc.array(fc.constantFrom(...basic, ...extension, ...extension), { maxLength: 700 }),
    fc.array(anyCharacter, { maxLength: 400 }),
  )

  it('is that of the segments that a phone gets, none of which splits a character', () => {
    fc.assert(
      fc.property(anyText, (characters) => {
        const text = characters.join('')
        const count = countSms(text)
        const isGsm = characters.every((character) => septetsOf(character) !== undefined)
        const sizeOf = (character: string) => (isGsm ? (septetsOf(character) ?? 0) : character.length)
        const [single, joined] = isGsm ? [160, 153] : [70, 67]
        const inOne = segmentsOf(text, sizeOf, single)
        const segments = inOne.length === 1 ? inOne : segmentsOf(text, sizeOf, joined)
        const lastSize = Array.from(segments.at(-1) ?? '', sizeOf).reduce((sum, each) => sum + each, 0)

        expect(segments.join('')).toBe(text)
        expect(count.encoding).toBe(isGsm ? 'GSM-7' : 'UCS-2')
        expect(count.segments).toBe(text === '' ? 0 : segments.length)
        expect(count.unitsLeft).toBe((segments.length === 1 ? single : joined) - lastSize)
      }),
      { numRuns: 300 },
    )
  })

  it('never falls when a character is added', () => {
    fc.assert(
      fc.property(anyText, anyCharacter, (characters, added) => {
        const text = characters.join('')
        expect(countSms(text + added).segments).toBeGreaterThanOrEqual(countSms(text).segments)
      }),
      { numRuns: 300 },
    )
  })
})
