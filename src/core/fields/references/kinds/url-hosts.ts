import { oncePer } from '../../once-per.ts'

/* Allowed hosts of URLs, in lower case: `shop.example.com`, or `*.example.com` for every host below it. */

const setOf = oncePer((hosts: readonly string[]): ReadonlySet<string> => new Set(hosts))

/** True if one of these entries allows the host. `host` may itself be an entry such as `*.shop.example.com`. */
export function isHostAmong(hosts: readonly string[], host: string): boolean {
  const allowed = setOf(hosts)
  if (allowed.has(host)) return true
  for (let dot = host.indexOf('.'); dot !== -1; dot = host.indexOf('.', dot + 1)) {
    if (allowed.has(`*${host.slice(dot)}`)) return true
  }
  return false
}

const within = (hosts: readonly string[], outer: readonly string[]) =>
  hosts.filter((host) => isHostAmong(outer, host))

/** The hosts that both lists allow. An absent list allows all. */
export const hostsInBoth = (one: readonly string[] | undefined, other: readonly string[] | undefined) =>
  one && other ? [...new Set([...within(one, other), ...within(other, one)])] : (one ?? other)
