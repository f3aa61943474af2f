import { oncePer } from '../../once-per.ts'

/* The hosts that a URL may lead to: `shop.example.com`, or with every host below it `*.example.com`. In lower case. */

const setOf = oncePer((hosts: readonly string[]): ReadonlySet<string> => new Set(hosts))

/** Whether one of these allows a host, or allows all that another of such entries allows. */
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
