import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timeZoneOf } from '../../time/zoned-time.ts'
import { mendedValue, readValue, recognizeReference } from './reference-kinds.ts'
import { referenceTypes } from './reference.ts'

const london = { locale: 'en-GB', timeZone: timeZoneOf('Europe/London') }
const recognized = (text: string) => {
  const found = recognizeReference(text, referenceTypes, london)
  return found && `${found.type} ${found.value}`
}

describe('recognizeReference', () => {
  it.each([
    ['https://shop.example/48213', 'URL https://shop.example/48213'],
    [' http://localhost:8080/x ', 'URL http://localhost:8080/x'],
    ['www.shop.example', 'URL www.shop.example'],
    ['shop.example/orders/48213', 'URL shop.example/orders/48213'],
    ['maya.lopez@example.com', 'EMAIL maya.lopez@example.com'],
    ['48213', 'NUMBER 48213'],
    ['-129.90', 'NUMBER -129.90'],
    ['45,90', 'NUMBER 45.90'],
    ['-1.234,50', 'NUMBER -1234.50'],
    ['12,345,678.90', 'NUMBER 12345678.90'],
    ['1 234,50', 'NUMBER 1234.50'],
    ["1'234.50", 'NUMBER 1234.50'],
    ['2026-03-12', 'DATE 2026-03-12T00:00'],
    ['2026-03-12 09:30', 'DATE 2026-03-12T09:30'],
    ['2026-03-12T09:30:15', 'DATE 2026-03-12T09:30'],
    ['2026-07-01T09:30:00Z', 'DATE 2026-07-01T10:30'],
    ['12 March 2026', 'DATE 2026-03-12T00:00'],
    ['Thursday, 12 March 2026 at 9:30', 'DATE 2026-03-12T09:30'],
    ['Mar 12, 2026, 9:30 pm', 'DATE 2026-03-12T21:30'],
    ['1st Sept 2026', 'DATE 2026-09-01T00:00'],
    ['31/12/2026', 'DATE 2026-12-31T00:00'],
    ['12/31/2026 9am', 'DATE 2026-12-31T09:00'],
    ['4/4/2026', 'DATE 2026-04-04T00:00'],
    ['12.03.2026', 'DATE 2026-03-12T00:00'],
  ])('takes %j for %s', (text, expected) => {
    expect(recognized(text)).toBe(expected)
  })

  it.each([
    '48213-A',
    '0048213',
    '4111111111111111',
    '1,5',
    '1,234',
    '1,234,567',
    '1.234.50',
    '1,234,50',
    '1.23.456,50',
    '0045,90',
    '€ 45,90',
    '+1 206 555 0142',
    '03/04/2026',
    '31/02/2026',
    '2026-13-01',
    'March 2026',
    'shop.example',
    'report.pdf',
    'and/or',
    'ana@desk',
    'javascript:alert(1)',
    'Late delivery, see www.shop.example/1',
    '12 Foo 2026',
    '',
  ])('takes %j for no certain type', (text) => {
    expect(recognized(text)).toBeUndefined()
  })

  it('reads the months of the agent’s language', () => {
    const german = { locale: 'de', timeZone: timeZoneOf('Europe/Berlin') }

    expect(recognizeReference('12. März 2026', referenceTypes, german)).toEqual({
      type: 'DATE',
      value: '2026-03-12T00:00',
    })
  })

  it('chooses none of the types that are not allowed', () => {
    expect(recognizeReference('48213', ['URL', 'STRING'], london)).toBeUndefined()
  })

  it('gives a value that its type accepts, or mends', () => {
    const pieces = ['https://', 'www.', 'shop', '.', 'example', '/', '1', '0', '-', '@', ':', ' ', 'é', '\\']
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map((some) => some.join(''))
    fc.assert(
      fc.property(text, (typed) => {
        const found = recognizeReference(typed, ['URL', 'NUMBER', 'EMAIL'], london)
        if (!found) return
        const value = mendedValue(found.type, found.value) ?? found.value
        expect(readValue({ name: 'n', type: found.type, value }).fault).toBeUndefined()
      }),
    )
  })
})

describe('mendedValue', () => {
  it.each([
    ['URL', 'www.shop.example/1', 'https://www.shop.example/1'],
    ['URL', 'shop.example', 'https://shop.example'],
    ['URL', '//shop.example', 'https://shop.example'],
    ['URL', 'münchen.example/straße', 'https://münchen.example/straße'],
    ['EMAIL', 'mailto:ana@example.com', 'ana@example.com'],
    ['URL', 'javascript:alert(1)', undefined],
    ['URL', 'late delivery', undefined],
    ['NUMBER', '48213-A', undefined],
    ['NUMBER', '45,90', '45.90'],
    ['NUMBER', '1,5', '1.5'],
    ['NUMBER', '€ 1.234,50', '1234.50'],
    ['NUMBER', '45.90 EUR', '45.90'],
    ['NUMBER', '$15', '15'],
    ['NUMBER', '−2.50', '-2.50'],
    ['NUMBER', '+15', '15'],
    ['NUMBER', '1,234', undefined],
    ['NUMBER', '15', undefined],
    ['NUMBER', 'EUR', undefined],
  ] as const)('makes of the %s %j %j', (type, value, mended) => {
    expect(mendedValue(type, value)).toBe(mended)
  })
})
