import { findInvisible, findInvisibleBetweenWords } from '../../../text/invisible.ts'
import { referenceTextLimit } from '../reference.ts'
import { parsedUrl } from '../../../text/parsed-url.ts'
import { scalarLength } from '../../../text/text.ts'

/** Octets of a whole host name in ASCII, as text (RFC 1035, section 2.3.4). */
export const hostNameByteLimit = 253

/** Octets of one label of a host name in ASCII (RFC 1035, section 2.3.4). */
const labelByteLimit = 63

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

/** The least octets of a label in ASCII: an escaped one may be part of a character, and each other character takes one. */
const leastLabelBytes = (label: string) =>
  label.length <= labelByteLimit ? 0 : scalarLength(label.replaceAll(/%[\da-f]{2}/gi, '').normalize('NFC'))

/** The dots of other scripts, which the URL parser takes for dots. */
const dots = /[.\u3002\uff0e\uff61]/

/** Whether DNS may know a host. The parser takes quadratic time over a label in another script, so the host is checked first. */
const mayBeInDns = (host: string) =>
  host.length <= labelByteLimit ||
  (withoutLastDot(host).length <= hostNameByteLimit &&
    host.split(dots).every((label) => leastLabelBytes(label) <= labelByteLimit))

/** The host that a web address leads to, as a browser reads it: `xn--…` where it is written in another script. */
export function hostOfWebAddress(text: string): string | undefined {
  if (text.length > webAddressUnitLimit || !webAddressPattern.test(text)) return undefined
  if (!mayBeInDns(writtenHost(text))) return undefined
  const hostname = parsedUrl(text)?.hostname
  return hostname !== undefined && mayBeInDns(hostname) ? hostname : undefined
}

/** The place of an invisible character, or -1. Joiners mean something between words only, which stand after the host. */
export function findInvisibleInAddress(text: string): number {
  const inHost = findInvisible(/^[^:]*:\/*[^/?#]*/.exec(text)?.[0] ?? '')
  return inHost === -1 ? findInvisibleBetweenWords(text) : inHost
}
