import { unseenFault } from '../../../row-issues.ts'
import { findInvisibleInAddress, hostOfWebAddress } from '../../../web-address.ts'
import { textKind } from './text-kind.ts'
import { isHostAmong } from './url-hosts.ts'

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
    ruleFault: ({ host }, { urlHosts: hosts }) =>
      hosts && host !== undefined && !isHostAmong(hosts, host)
        ? { code: 'reference-host-not-allowed', hosts }
        : undefined,
  },
)
