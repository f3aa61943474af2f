import { describe, expect, it } from 'vitest'
import { language } from '../../../i18n/en/first-words.ts'
import { createFormats } from '../../../i18n/formats/formats.ts'
import { otherThanCustomers, recipientWords } from './recipient-words.ts'

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

  it('says which countries are allowed while there is no number', () => {
    expect(said('', { countries: ['DE', 'AT'] })).toBe('Numbers in Germany and Austria are allowed.')
  })

  it('says nothing of a number that cannot be understood', () => {
    expect(said('call me')).toBeUndefined()
  })
})

describe('the offer of the customer’s own number', () => {
  const rules = { recipients: 'anyone', customerNumber: '+12065550142', defaultCountry: 'US' } as const

  it('stands below another number', () => {
    expect(otherThanCustomers('+442079460958', rules)).toBe('+1 206 555 0142')
  })

  it('is not there for the customer’s number in another writing', () => {
    expect(otherThanCustomers('(206) 555-0142', rules)).toBeUndefined()
  })
})
