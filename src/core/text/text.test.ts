import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBlank, isFarLonger, isWellFormed, scalarLength, shortened, utf8ByteLength } from './text.ts'

/** Any string JavaScript can hold, with surrogates paired, lone and at either end. */
const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0x7f }),
      fc.integer({ min: 0x80, max: 0x7ff }),
      fc.integer({ min: 0x800, max: 0xffff }),
      fc.integer({ min: 0xd7f0, max: 0xe010 }),
    ),
  )
  .map((units) => String.fromCharCode(...units))

const wellFormedText = fc.string({ unit: 'binary' })

describe('utf8ByteLength', () => {
  it.each([
    ['', 0],
    ['cafe', 4],
    ['café', 5],
    ['\u007f', 1],
    ['\u0080', 2],
    ['\u07ff', 2],
    ['\u0800', 3],
    ['漢', 3],
    ['\uffff', 3],
    ['👍', 4],
    ['\u{10000}', 4],
    ['\u{103ff}', 4],
    ['\u{10fc00}', 4],
    ['\u{10ffff}', 4],
    ['\ud7ff\udc00', 6],
    ['\udc00\udc00', 6],
    ['\ud800\ue000', 6],
    ['👩‍👧', 11],
    ['\ud83d', 3],
    ['\udc4d', 3],
    ['\udc4d\ud83d', 6],
    ['\ud83d\ud83d\udc4d', 7],
  ])('counts %j as %i bytes', (text, bytes) => {
    expect(utf8ByteLength(text)).toBe(bytes)
  })

  it.each(['a', 'é', '漢', '👍', '\ud83d', 'a👍'])('counts a long text of %j as many short ones', (unit) => {
    expect(utf8ByteLength(unit.repeat(5_000))).toBe(utf8ByteLength(unit) * 5_000)
    expect(scalarLength(unit.repeat(5_000))).toBe(scalarLength(unit) * 5_000)
  })

  it('agrees with the encoder for long strings too, which are encoded in parts', () => {
    const encoder = new TextEncoder()
    const long = fc
      .tuple(
        fc.string({ maxLength: 3 }),
        fc.oneof(wellFormedText, anyText),
        fc.integer({ min: 1, max: 2_000 }),
      )
      .map(([start, unit, times]) => start + unit.repeat(times))
    fc.assert(
      fc.property(long, (text) => {
        expect(utf8ByteLength(text)).toBe(encoder.encode(text).length)
      }),
    )
  })

  it('agrees with the encoder for every string, lone surrogates included', () => {
    const encoder = new TextEncoder()
    fc.assert(
      fc.property(anyText, (text) => {
        expect(utf8ByteLength(text)).toBe(encoder.encode(text).length)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('scalarLength', () => {
  it.each([
    ['', 0],
    ['café', 4],
    ['👍', 1],
    ['\u{10000}', 1],
    ['\u{10ffff}', 1],
    ['\ud7ff\udc00', 2],
    ['\ud800\ue000', 2],
    ['👩‍👧', 3],
    ['e\u0301', 2],
    ['\ud83d', 1],
    ['\udc4d\ud83d', 2],
  ])('counts %j as %i scalar values', (text, scalars) => {
    expect(scalarLength(text)).toBe(scalars)
  })

  it('agrees with the string iterator', () => {
    fc.assert(
      fc.property(fc.oneof(wellFormedText, anyText), (text) => {
        expect(scalarLength(text)).toBe(Array.from(text).length)
      }),
    )
  })
})

describe('isWellFormed', () => {
  it.each([
    ['', true],
    ['👍 é 漢', true],
    ['half \ud83d', false],
    ['\udc4d half', false],
    ['\udc4d\ud83d', false],
  ])('says of %j: %s', (text, wellFormed) => {
    expect(isWellFormed(text)).toBe(wellFormed)
  })

  it('accepts exactly what survives a trip through UTF-8', () => {
    const encoder = new TextEncoder()
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
    fc.assert(
      fc.property(fc.oneof(wellFormedText, anyText), (text) => {
        expect(isWellFormed(text)).toBe(decoder.decode(encoder.encode(text)) === text)
      }),
    )
  })
})

describe('isBlank', () => {
  it.each(['', ' ', '\t\r\n', '\u00a0\u3000'])('takes %j for blank', (text) => {
    expect(isBlank(text)).toBe(true)
  })

  it('takes one visible character for content', () => {
    expect(isBlank('  .  ')).toBe(false)
  })
})

describe('isFarLonger', () => {
  it('is true only of texts with more scalar values than that', () => {
    fc.assert(
      fc.property(fc.oneof(wellFormedText, anyText), fc.nat({ max: 20 }), (text, limit) => {
        if (isFarLonger(text, limit)) expect(scalarLength(text)).toBeGreaterThan(limit)
        if (text.length > 2 * limit) expect(isFarLonger(text, limit)).toBe(true)
      }),
    )
  })
})

describe('shortened', () => {
  it.each([
    ['abcd', 4, 'abcd'],
    ['abcde', 4, 'abc…'],
    ['ab👍cd', 4, 'ab…'],
    ['', 4, ''],
  ])('makes of %j, at most %i units long, %j', (text, units, expected) => {
    expect(shortened(text, units)).toBe(expected)
  })
})
