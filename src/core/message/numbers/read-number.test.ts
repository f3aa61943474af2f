import * as fc from 'fast-check'
import {
  getCountries,
  getExampleNumber,
  parsePhoneNumberFromString,
  type PhoneNumber,
} from 'libphonenumber-js/core'
import examples from 'libphonenumber-js/examples.mobile.json'
import fullMetadata from 'libphonenumber-js/metadata.max.json'
import { describe, expect, it } from 'vitest'
import { isE164 } from './e164.ts'
import { isKnownCountry, readNumber } from './read-number.ts'

/** The library's example of a mobile number for each country, with Google's full metadata. */
const published = getCountries(fullMetadata).flatMap((country) => {
  const number = getExampleNumber(country, examples, fullMetadata)
  // The Vatican and others share their numbers with a neighbour, so the number alone does not name them.
  const described = number && parsePhoneNumberFromString(number.number, fullMetadata)
  return number && described?.country ? [{ writtenIn: country, country: described.country, number }] : []
})

const anyPublished = fc.constantFrom(...published)

const fullWidth = (text: string) =>
  text.replaceAll(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0))

/** The signs that people and programs write between the groups of digits. */
const separators = [
  '',
  ' ',
  '-',
  '.',
  '/',
  ' - ',
  '\u2013',
  '\u2011',
  '\u2212',
  '\u30fc',
  '\u00a0',
  '\u202f',
  ') ',
  '·',
]

const digitsOf = (text: string) => text.replaceAll(/\D/g, '')

const written = {
  'E.164': ({ number }: PhoneNumber) => number,
  'for calls from abroad': (number: PhoneNumber) => number.formatInternational(),
  'with 00 instead of the plus sign': (number: PhoneNumber) =>
    number.formatInternational().replace('+', '00'),
  'with 00 and spaces': (number: PhoneNumber) => number.formatInternational().replace('+', '00 '),
  'with the country code in brackets': (number: PhoneNumber) =>
    number.formatInternational().replace(/^(\+\d+)/, '($1)'),
  'in full-width digits': (number: PhoneNumber) => fullWidth(number.formatInternational()),
  'as a phone copies it, between marks of direction': ({ number }: PhoneNumber) => `\u202a${number}\u202c`,
  'with blanks around it': (number: PhoneNumber) => `\t ${number.formatInternational()}\n`,
} satisfies Record<string, (number: PhoneNumber) => string>

describe('the published example of every country', () => {
  it('is there for more than 240 countries', () => {
    expect(published.length).toBeGreaterThan(240)
  })

  it.each(Object.entries(written))('is read %s', (_, write) => {
    for (const { country, number } of published) {
      expect(readNumber(write(number)), `${country} ${write(number)}`).toMatchObject({
        ok: true,
        number: { e164: number.number, country },
      })
    }
  })

  it.each([
    ['as at home', (number: PhoneNumber) => number.formatNational()],
    ['as at home in full-width digits', (number: PhoneNumber) => fullWidth(number.formatNational())],
    ['as at home in digits alone', (number: PhoneNumber) => digitsOf(number.formatNational())],
    [
      'as at home without the prefix for calls at home',
      (number: PhoneNumber) => number.formatNational({ nationalPrefix: false }),
    ],
  ])('is read %s under its country', (_, write) => {
    for (const { writtenIn, country, number } of published) {
      expect(readNumber(write(number), writtenIn), `${country} ${write(number)}`).toMatchObject({
        ok: true,
        number: { e164: number.number, country },
      })
    }
  })

  it('is read as one dials it abroad, from any country', () => {
    for (const { country, number } of published) {
      for (const fromCountry of ['US', 'DE', 'AU', 'JP'] as const) {
        const dialled = number.format('IDD', { fromCountry })
        expect(readNumber(dialled, fromCountry), `${country} ${dialled}`).toMatchObject({
          ok: true,
          number: { e164: number.number },
        })
      }
    }
  })

  it('is the same number and country under any default country', () => {
    fc.assert(
      fc.property(anyPublished, anyPublished, ({ number, country }, other) => {
        expect(readNumber(number.number, other.country)).toMatchObject({
          number: { e164: number.number, country },
        })
      }),
    )
  })

  it('is read with any usual separator between its digits', () => {
    fc.assert(
      fc.property(anyPublished, fc.infiniteStream(fc.constantFrom(...separators)), ({ number }, signs) => {
        const digits = digitsOf(number.number)
        const typed = `+${Array.from(digits, (digit) => `${digit}${signs.next().value ?? ''}`).join('')}`
        expect(readNumber(typed), typed).toMatchObject({ ok: true, number: { e164: number.number } })
      }),
    )
  })

  it('is no number with ten further digits', () => {
    for (const { number } of published) {
      const longer = `${number.number}1234567890`
      expect(readNumber(longer), longer).toEqual({ ok: false, code: 'number-invalid' })
    }
  })
})

describe('a text', () => {
  it.each([
    ['+44 (0)20 7946 0958', undefined, '+442079460958', 'GB'],
    ['+49 (0) 151 23456789', undefined, '+4915123456789', 'DE'],
    ['0170/1234567', 'DE', '+491701234567', 'DE'],
    ['(020) 7946-0958', 'GB', '+442079460958', 'GB'],
    ['0044 7911 123456', 'US', '+447911123456', 'GG'],
    ['011 44 7400 123456', 'US', '+447400123456', 'GB'],
    ['０３ー１２３４ー５６７８', 'JP', '+81312345678', 'JP'],
    ['1 (416) 555-0100', 'US', '+14165550100', 'CA'],
    ['06 698 12345', 'IT', '+390669812345', 'VA'],
    ['+7 701 123 45 67', undefined, '+77011234567', 'KZ'],
    // As Mexicans wrote numbers until 2019.
    ['+52 1 55 1234 5678', undefined, '+525512345678', 'MX'],
    ['011 52 1 55 1234 5678', 'US', '+525512345678', 'MX'],
    ['044 55 1234 5678', 'MX', '+525512345678', 'MX'],
    ['01 55 1234 5678', 'MX', '+525512345678', 'MX'],
    ['٠١٧٠١٢٣٤٥٦٧', 'DE', '+491701234567', 'DE'],
  ] as const)('%s is a number', (typed, defaultCountry, e164, country) => {
    expect(readNumber(typed, defaultCountry)).toMatchObject({ ok: true, number: { e164, country } })
  })

  it('of a number that no country has given out yet names every country that it could belong to', () => {
    const reading = readNumber('(555) 555-0100', 'US')

    expect(reading).toMatchObject({ ok: true, number: { e164: '+15555550100' } })
    expect(reading).not.toHaveProperty('number.country')
    expect(reading).toHaveProperty('number.countries', expect.arrayContaining(['US', 'CA', 'JM']))
    // Ofcom gives these to films.
    expect(readNumber('+44 7700 900142')).toMatchObject({ number: { countries: ['GB', 'GG', 'IM', 'JE'] } })
  })

  it.each([
    ['', undefined, 'number-missing'],
    [' \u200b\u202a', 'DE', 'number-missing'],
    ['tel:+4915123456789', undefined, 'number-scheme'],
    ['SMS:+4915123456789', undefined, 'number-scheme'],
    ['+49 151 23456789 ext. 5', undefined, 'number-extension'],
    ['+49 151 23456789 x5', undefined, 'number-extension'],
    ['+49 151 23456789;ext=5', undefined, 'number-extension'],
    ['+49 151 23456789#5', undefined, 'number-extension'],
    ['0151 23456789', undefined, 'number-country-missing'],
    ['555-0100', 'US', 'number-invalid'],
    ['+0155', undefined, 'number-invalid'],
    ['+', undefined, 'number-invalid'],
    ['+1', undefined, 'number-invalid'],
    ['00', 'DE', 'number-invalid'],
    ['1-800-FLOWERS', 'US', 'number-invalid'],
    ['call me on 0151 23456789', 'DE', 'number-invalid'],
    ['+49 151 23456789, +49 151 23456780', undefined, 'number-invalid'],
    ['+49+15123456789', undefined, 'number-invalid'],
    ['49 151 2345 6789 +', undefined, 'number-invalid'],
    [`+49 ${' '.repeat(250)}15123456789`, undefined, 'number-invalid'],
    ['ana@example.com', 'DE', 'number-invalid'],
    ['0151 23456789', 'UK', 'number-country-missing'],
  ] as const)('%j is refused with a reason', (typed, defaultCountry, code) => {
    expect(readNumber(typed, defaultCountry)).toEqual({ ok: false, code })
  })

  it('never becomes anything but a number in E.164 that is read as itself', () => {
    const sign = fc.constantFrom(...Array.from('0123456789+()-. /xX#;٣９'), 'ext', 'tel:', '\u202a')
    const text = fc.array(sign, { maxLength: 30 }).map((signs) => signs.join(''))
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), fc.option(anyPublished), (typed, of) => {
        const reading = readNumber(typed, of?.country)
        if (!reading.ok) return
        expect(isE164(reading.number.e164)).toBe(true)
        expect(readNumber(reading.number.e164)).toEqual(reading)
        expect(readNumber(reading.number.international)).toEqual(reading)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('E.164', () => {
  it.each(['+12', '+123456789012345'])('takes %s', (text) => {
    expect(isE164(text)).toBe(true)
  })

  it.each(['+1', '+1234567890123456', '+0123', '123', '+12a', '+12\n', ' +12'])('refuses %j', (text) => {
    expect(isE164(text)).toBe(false)
  })
})

it('knows a country by the two letters of ISO 3166', () => {
  expect(['GB', 'US', 'XK'].every(isKnownCountry)).toBe(true)
  expect(['UK', 'gb', '', 'GBR', 'constructor'].some(isKnownCountry)).toBe(false)
})
