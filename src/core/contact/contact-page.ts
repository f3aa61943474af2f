/** The URL of a CCP. The group is the address of the instance, which includes `/connect` in older URLs on awsapps.com. */
const ccpAddress = /^(https?:\/\/[^/?#\s]+(?:\/connect)?)\/ccp(?:-v2)?(?:[/?#]|$)/

/**
 * The page of a contact on the website of its instance, which the admin guide calls “Contact details”. The guide does not
 * document its URL. Public code that opens the page uses this path after the address of the instance (on awsapps.com after
 * `/connect`).
 *
 *     contactPage('https://example.my.connect.aws/ccp-v2/', '93700215')
 *     // 'https://example.my.connect.aws/contact-trace-records/details/93700215'
 */
export function contactPage(ccpUrl: string, contactId: string): string | undefined {
  const instance = instanceOf(ccpUrl)
  return instance && `${instance}/contact-trace-records/details/${encodeURIComponent(contactId)}`
}

/**
 * The page “Contact search” on the website of the instance, where an agent finds a task that has no link. Its path is known
 * from public code, too.
 */
export function contactSearchPage(ccpUrl: string): string | undefined {
  const instance = instanceOf(ccpUrl)
  return instance && `${instance}/contact-search`
}

const instanceOf = (ccpUrl: string): string | undefined => ccpAddress.exec(ccpUrl)?.[1]
