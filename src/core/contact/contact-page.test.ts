import { describe, expect, it } from 'vitest'
import { contactPage, contactSearchPage } from './contact-page.ts'

describe('the page of a contact', () => {
  it.each([
    ['https://example.my.connect.aws/ccp-v2/', 'https://example.my.connect.aws'],
    ['https://example.my.connect.aws/ccp-v2', 'https://example.my.connect.aws'],
    ['https://example.my.connect.aws/ccp-v2/softphone?visitor=1', 'https://example.my.connect.aws'],
    ['https://example.awsapps.com/connect/ccp-v2/', 'https://example.awsapps.com/connect'],
    ['https://example.awsapps.com/connect/ccp#', 'https://example.awsapps.com/connect'],
  ])('is found from the address of the CCP: %s', (ccpUrl, instance) => {
    expect(contactPage(ccpUrl, '93700215-5f0c')).toBe(
      `${instance}/contact-trace-records/details/93700215-5f0c`,
    )
  })

  it.each([
    'https://desktop.example.com/',
    'https://desktop.example.com/phones/ccp-v2/',
    'https://example.my.connect.aws/agent-app-v2/',
    'javascript:alert(1)//example.my.connect.aws/ccp-v2/',
    '',
  ])('is not known where the address is not that of a CCP: %s', (ccpUrl) => {
    expect(contactPage(ccpUrl, '93700215')).toBeUndefined()
  })

  it('keeps a contact id from naming another path', () => {
    expect(contactPage('https://a.my.connect.aws/ccp-v2/', '../users?x#')).toBe(
      'https://a.my.connect.aws/contact-trace-records/details/..%2Fusers%3Fx%23',
    )
  })
})

describe('the page on which contacts are searched', () => {
  it.each([
    ['https://example.my.connect.aws/ccp-v2/', 'https://example.my.connect.aws/contact-search'],
    ['https://example.awsapps.com/connect/ccp-v2/', 'https://example.awsapps.com/connect/contact-search'],
  ])('is on the website of the instance: %s', (ccpUrl, page) => {
    expect(contactSearchPage(ccpUrl)).toBe(page)
  })

  it('is not known where the address is not that of a CCP', () => {
    expect(contactSearchPage('https://desktop.example.com/')).toBeUndefined()
  })
})
