/* Which hosts a URL may lead to: `shop.example.com`, or with every host below it `*.example.com`. In lower case. */

/** Whether one entry of such a list allows another, or a host. */
export const covers = (allowed: string, host: string) =>
  allowed === host || (allowed.startsWith('*.') && host.endsWith(allowed.slice(1)))

/** Whether a web address leads to one of the hosts. */
export function leadsToHost(webAddress: string, hosts: readonly string[]): boolean {
  // Of `https://shop.example.com@elsewhere.example/` the host is the second: the parser decides, as in a browser.
  const { hostname } = new URL(webAddress)
  return hosts.some((allowed) => covers(allowed, hostname))
}
