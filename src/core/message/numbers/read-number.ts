import { getCountries, parsePhoneNumberFromString } from 'libphonenumber-js/core'
import metadata from 'libphonenumber-js/metadata.min.json'
import type { NumberIssueCode } from '../../issues/issues.ts'
import { isE164 } from './e164.ts'

/** A telephone number. */
export interface TelephoneNumber {
  readonly e164: string
  /** The number in international format. */
  readonly international: string
  /** The number in its country's national format. */
  readonly national: string
  /**
   * ISO 3166-1 alpha-2. Absent if the number belongs to no country, or could belong to several countries with the same calling
   * code.
   */
  readonly country?: string
  /** Every country that the number could belong to. */
  readonly countries: readonly string[]
}

export type NumberReading =
  | { readonly ok: true; readonly number: TelephoneNumber }
  | { readonly ok: false; readonly code: NumberIssueCode }

const mistake = (code: NumberIssueCode): NumberReading => ({ ok: false, code })

/** In UTF-16 units. More than any usual format of a number needs. */
const typedUnitLimit = 250

const schemePattern = /^[a-z]+:/i

/** Phones put direction marks around a number and copy them too. */
const unseen = /[\p{Cf}\p{Cc}]/gu

/**
 * Characters that people write between digits, including the minus sign and the Japanese long vowel mark. The library knows
 * fewer dashes and dots.
 */
const betweenDigits = /[\p{White_Space}\p{Pd}\u2212\u30fc()[\].\u00b7\u2022/~_]/gu

/** International calls from most countries begin with it. */
const internationalPrefix = /^00(?=[1-9])/

/**
 * Until August 2019 Mexicans dialled 1, 01, 044 or 045 before the ten digits of a number (IFT, "Marcación a 10 dígitos"). Address
 * books and WhatsApp still have the 1, and the library no longer knows it.
 */
const formerMexicanPrefix = /^\+52(?:0?1|04[45])(?=\d{10}$)/

const digitsOnly = /^\+?\p{Nd}+$/u

const knownCountry = (country: string | undefined) =>
  getCountries(metadata).find((known) => known === country)

/** True for the ISO 3166-1 alpha-2 code of a country with telephone numbers. */
export const isKnownCountry = (country: string): boolean => knownCountry(country) !== undefined

function found(text: string, defaultCountry: string | undefined) {
  const country = knownCountry(defaultCountry)
  const options = { extract: false, ...(country ? { defaultCountry: country } : {}) }
  const number = parsePhoneNumberFromString(text, options, metadata)
  const current = number?.number.replace(formerMexicanPrefix, '+52')
  return current === undefined || current === number?.number
    ? number
    : parsePhoneNumberFromString(current, { extract: false }, metadata)
}

function parsed(text: string, defaultCountry: string | undefined) {
  const number = found(text, defaultCountry)
  return number?.isPossible() && isE164(number.number) ? number : undefined
}

/** The country follows from the number alone, not from the default country. */
function described(e164: string): NumberReading {
  const number = parsed(e164, undefined)
  if (!number) return mistake('number-invalid')
  const { country } = number
  return {
    ok: true,
    number: {
      e164,
      international: number.formatInternational(),
      national: number.formatNational(),
      ...(country === undefined ? {} : { country }),
      countries: country === undefined ? number.getPossibleCountries() : [country],
    },
  }
}

/**
 * Reads a telephone number in any usual format. A number without a country code belongs to the default country.
 *
 *     readNumber('0170 1234567', 'DE')      // +491701234567
 *     readNumber('+44 (0)20 7946 0958')     // +442079460958
 */
export function readNumber(typed: string, defaultCountry?: string): NumberReading {
  if (typed.length > typedUnitLimit) return mistake('number-invalid')
  // Full-width digits and signs become the usual ones.
  const text = typed.normalize('NFKC').replaceAll(unseen, '').trim()
  if (text === '') return mistake('number-missing')
  if (schemePattern.test(text)) return mistake('number-scheme')
  const compact = text.replaceAll(betweenDigits, '')
  if (!digitsOnly.test(compact)) {
    return mistake(parsed(text, defaultCountry)?.ext ? 'number-extension' : 'number-invalid')
  }
  const abroad = compact.replace(internationalPrefix, '+')
  const number = parsed(compact, defaultCountry) ?? parsed(abroad, defaultCountry)
  if (number) return described(number.number)
  const hasCountry = abroad.startsWith('+') || knownCountry(defaultCountry) !== undefined
  return mistake(hasCountry ? 'number-invalid' : 'number-country-missing')
}
