import { referenceTextLimit } from './fields/references/reference.ts'

/** Octets of a whole host name in ASCII, as text (RFC 1035, section 2.3.4). */
export const hostNameByteLimit = 253

/** A reference may have so many scalar values, and each takes two UTF-16 units at the most. */
const webAddressUnitLimit = 2 * referenceTextLimit

// The URL parser mends what stricter readers refuse: blanks, a third slash, backslashes.
const webAddressPattern = /^https?:\/\/(?!\/)[^\s\p{Cc}\\]+$/iu

/** The host as it is written: between the user information and the port. */
function writtenHost(text: string): string {
  const [, authority = ''] = /^https?:\/\/([^/?#]*)/i.exec(text) ?? []
  return authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, '')
}

const withoutLastDot = (host: string) => (host.endsWith('.') ? host.slice(0, -1) : host)

/** The host that a web address leads to, as a browser reads it: `xn--…` where it is written in another script. */
export function hostOfWebAddress(text: string): string | undefined {
  if (text.length > webAddressUnitLimit || !webAddressPattern.test(text)) return undefined
  // The parser takes quadratic time over a host in another script, so its length is checked first.
  if (withoutLastDot(writtenHost(text)).length > hostNameByteLimit || !URL.canParse(text)) return undefined
  const { hostname } = new URL(text)
  return withoutLastDot(hostname).length > hostNameByteLimit ? undefined : hostname
}

export const isWebAddress = (text: string): boolean => hostOfWebAddress(text) !== undefined
