import { noIssues } from '../../../issues.ts'
import { isWebAddress } from '../../../web-address.ts'
import { textKind } from './text-kind.ts'
import { leadsElsewhere } from './url-hosts.ts'

/** An absolute address, `https:` or `http:`. */
export const urlKind = textKind(
  'URL',
  (value) => (isWebAddress(value) ? undefined : 'reference-url-invalid'),
  {
    ruleIssues: ({ value }, field, { urlHosts: hosts }) =>
      hosts && leadsElsewhere(value, hosts)
        ? [{ field, code: 'reference-host-not-allowed', hosts }]
        : noIssues,
  },
)
