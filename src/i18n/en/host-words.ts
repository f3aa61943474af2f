const shownHosts = 3

/** A policy may allow a hundred hosts, and a panel is narrow: names the first hosts and counts the others. */
export function hostWords(hosts: readonly string[]): string {
  if (hosts.length <= shownHosts + 1) return hosts.join(', ')
  return `${hosts.slice(0, shownHosts).join(', ')} and ${hosts.length - shownHosts} others`
}
