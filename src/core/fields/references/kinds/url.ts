import { unseenFault } from '../../../issues/row-issues.ts'
import { findInvisibleInAddress, hostOfWebAddress } from './web-address.ts'
import { textKind } from './text-kind.ts'
import { isHostAmong } from './url-hosts.ts'

/** A text that begins with a host: labels separated by full stops, the last one of letters. */
const hostFirst = /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?=[:/?#]|$)/u

/** Adds `https://` to a web address without a scheme. */
function withScheme(text: string): string | undefined {
  const address = `https://${text.replace(/^\/\//, '')}`
  const isHostFirst = text.length < 1_000 && hostFirst.test(text.replace(/^\/\//, ''))
  return isHostFirst && hostOfWebAddress(address) !== undefined ? address : undefined
}

/** True for a page without a scheme. Not for a host alone, which may be the name of a shop or a file. */
const looksLikePage = (text: string) => /^www\.|^[^/]+\/./i.test(text) && withScheme(text) !== undefined

/** An absolute address, `https:` or `http:`. */
export const urlKind = textKind(
  'URL',
  (value) => {
    const unseen = unseenFault(value, findInvisibleInAddress(value))
    if (unseen) return unseen
    const host = hostOfWebAddress(value)
    return host === undefined ? 'reference-url-invalid' : { sent: value, host }
  },
  {
    recognize: (text) => (hostOfWebAddress(text) !== undefined || looksLikePage(text) ? text : undefined),
    mend: withScheme,
    ruleFault: ({ host }, { urlHosts: hosts }) =>
      hosts && host !== undefined && !isHostAmong(hosts, host)
        ? { code: 'reference-host-not-allowed', hosts }
        : undefined,
  },
)
