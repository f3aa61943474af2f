import { describe, expect, it } from 'vitest'
import { language } from '../../../i18n/en/first-words.ts'
import { createFormats } from '../../../i18n/formats/formats.ts'
import { numberOfOthers, otherThanCustomers, recipientWords } from './recipient-words.ts'

const names = new Intl.DisplayNames('en-GB', { type: 'region' })
const nameOf = (country: string) => names.of(country) ?? country

const { to: words } = (await language.loadTextMessage())(createFormats('en-GB', 'UTC'))

const said = (to: string, more = {}) =>
  recipientWords(to, { recipients: 'some', defaultCountry: 'DE', ...more }, words, nameOf)

describe('the line below the number', () => {
  it('says the country and the number that the panel has understood', () => {
    expect(said('0170 1234567')).toBe('Germany · +49 170 1234567')
  })

  it('does not repeat a number that is written in its international form', () => {
    expect(said('+44 20 7946 0958')).toBe('United Kingdom')
  })

  it('names the possible countries of a number if they are few, and says that there are many otherwise', () => {
    expect(said('+44 7700 900142')).toBe('United Kingdom, Guernsey, Isle of Man, or Jersey')
    expect(said('+15555550100')).toBe('One of many countries · +1 555 555 0100')
    expect(said('+881612345678')).toMatch(/^Of no country · \+881/)
  })

  it('says which countries are allowed while there is no number', () => {
    expect(said('', { countries: ['DE', 'AT'] })).toBe(
      'Numbers of these countries are allowed: Germany and Austria.',
    )
  })

  it('shows nothing about a number that cannot be read', () => {
    expect(said('call me')).toBeUndefined()
  })
})

describe('the warning that a number is not that of the contact’s customer', () => {
  const rules = { recipients: 'anyone', customerNumber: '+12065550142', defaultCountry: 'US' } as const

  it('is about another number, in its international form', () => {
    expect(numberOfOthers('0044 20 7946 0958', { ...rules, defaultCountry: 'DE' })).toBe('+44 20 7946 0958')
  })

  it.each(['(206) 555-0142', '', '206'])('is not there for “%s”', (to) => {
    expect(numberOfOthers(to, rules)).toBeUndefined()
  })

  it('is not there where the customer has no number', () => {
    expect(numberOfOthers('+442079460958', { recipients: 'anyone' })).toBeUndefined()
  })
})

describe('the offer of the customer’s own number', () => {
  const rules = { recipients: 'anyone', customerNumber: '+12065550142', defaultCountry: 'US' } as const

  it('stands below another number', () => {
    expect(otherThanCustomers('+442079460958', rules)).toBe('+1 206 555 0142')
  })

  it('is not there for the customer’s number in another format', () => {
    expect(otherThanCustomers('(206) 555-0142', rules)).toBeUndefined()
  })
})
