import { findInvisible, findInvisibleBetweenWords } from '../../../text/invisible.ts'
import { referenceTextLimit } from '../reference.ts'
import { parsedUrl } from '../../../text/parsed-url.ts'
import { scalarLength } from '../../../text/text.ts'

/** Octets of a whole host name in ASCII, as text (RFC 1035, section 2.3.4). */
export const hostNameByteLimit = 253

/** Octets of one label of a host name in ASCII (RFC 1035, section 2.3.4). */
const labelByteLimit = 63

/** A reference may have 4,096 scalar values, and each takes at most two UTF-16 units. */
const webAddressUnitLimit = 2 * referenceTextLimit

// The URL parser accepts spaces, a third slash and backslashes, which stricter readers refuse.
const webAddressPattern = /^https?:\/\/(?!\/)[^\s\p{Cc}\\]+$/iu

/** The host as typed: between the user information and the port. */
function writtenHost(text: string): string {
  const [, authority = ''] = /^https?:\/\/([^/?#]*)/i.exec(text) ?? []
  return authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, '')
}

const withoutLastDot = (host: string) => (host.endsWith('.') ? host.slice(0, -1) : host)

/**
 * A lower bound for the octets of a label in ASCII. Escapes may be parts of a character, every other character takes at least
 * one octet.
 */
const leastLabelBytes = (label: string) =>
  label.length <= labelByteLimit ? 0 : scalarLength(label.replaceAll(/%[\da-f]{2}/gi, '').normalize('NFC'))

/** Dots of other scripts. The URL parser treats them as dots. */
const dots = /[.\u3002\uff0e\uff61]/

/**
 * True if DNS may know the host. Check this first, because the parser takes quadratic time for a long label in another script.
 */
const mayBeInDns = (host: string) =>
  host.length <= labelByteLimit ||
  (withoutLastDot(host).length <= hostNameByteLimit &&
    host.split(dots).every((label) => leastLabelBytes(label) <= labelByteLimit))

/** The host of a web address as a browser reads it: `xn--…` for a host in another script. */
export function hostOfWebAddress(text: string): string | undefined {
  if (text.length > webAddressUnitLimit || !webAddressPattern.test(text)) return undefined
  if (!mayBeInDns(writtenHost(text))) return undefined
  const hostname = parsedUrl(text)?.hostname
  return hostname !== undefined && mayBeInDns(hostname) ? hostname : undefined
}

/**
 * The index of an invisible character, or -1. Joiners have a meaning only between words, and words occur only after the host.
 */
export function findInvisibleInAddress(text: string): number {
  const inHost = findInvisible(/^[^:]*:\/*[^/?#]*/.exec(text)?.[0] ?? '')
  return inHost === -1 ? findInvisibleBetweenWords(text) : inHost
}
