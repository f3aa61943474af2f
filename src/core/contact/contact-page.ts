/** The CCP of an instance, with the address of the instance before it; `/connect` in the older addresses on awsapps.com. */
const ccpAddress = /^(https?:\/\/[^/?#\s]+(?:\/connect)?)\/ccp(?:-v2)?(?:[/?#]|$)/

/**
 * The page of a contact on the website of its instance, which the admin guide calls “Contact details”. The guide writes down
 * no address. Public code that opens the page puts this path behind the address of the instance, on awsapps.com behind
 * `/connect`.
 *
 *     contactPage('https://example.my.connect.aws/ccp-v2/', '93700215')
 *     // 'https://example.my.connect.aws/contact-trace-records/details/93700215'
 */
export function contactPage(ccpUrl: string, contactId: string): string | undefined {
  const instance = ccpAddress.exec(ccpUrl)?.[1]
  return instance && `${instance}/contact-trace-records/details/${encodeURIComponent(contactId)}`
}
