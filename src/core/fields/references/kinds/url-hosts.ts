/* The hosts that a URL may lead to: `shop.example.com`, or with every host below it `*.example.com`. In lower case. */

/** Whether one entry of such a list allows another, or a host. */
const covers = (allowed: string, host: string) =>
  allowed === host || (allowed.startsWith('*.') && host.endsWith(allowed.slice(1)))

/** Whether one of these allows a host. */
export const isHostAmong = (hosts: readonly string[], host: string): boolean =>
  hosts.some((allowed) => covers(allowed, host))

const within = (hosts: readonly string[], outer: readonly string[]) =>
  hosts.filter((host) => isHostAmong(outer, host))

/** The hosts that both lists allow. An absent list allows all. */
export const hostsInBoth = (one: readonly string[] | undefined, other: readonly string[] | undefined) =>
  one && other ? [...new Set([...within(one, other), ...within(other, one)])] : (one ?? other)
