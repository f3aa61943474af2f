import { hostOfWebAddress } from '../../../web-address.ts'

/* The hosts that a URL may lead to: `shop.example.com`, or with every host below it `*.example.com`. In lower case. */

/** Whether one entry of such a list allows another, or a host. */
const covers = (allowed: string, host: string) =>
  allowed === host || (allowed.startsWith('*.') && host.endsWith(allowed.slice(1)))

/** Whether a URL leads to another host than these. A text that is no web address leads nowhere; `isWebAddress` refuses it. */
export function leadsElsewhere(url: string, hosts: readonly string[]): boolean {
  // Of `https://shop.example.com@elsewhere.example/` the host is the second: the parser decides, as in a browser.
  const host = hostOfWebAddress(url)
  return host !== undefined && !hosts.some((allowed) => covers(allowed, host))
}

const within = (hosts: readonly string[], outer: readonly string[]) =>
  hosts.filter((host) => outer.some((allowed) => covers(allowed, host)))

/** The hosts that both lists allow. An absent list allows all. */
export const hostsInBoth = (one: readonly string[] | undefined, other: readonly string[] | undefined) =>
  one && other ? [...new Set([...within(one, other), ...within(other, one)])] : (one ?? other)
