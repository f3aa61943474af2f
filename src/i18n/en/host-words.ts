const shownHosts = 3

/** Names the first hosts and counts the others: a policy may allow a hundred hosts, and the panel is narrow. */
export function hostWords(hosts: readonly string[]): string {
  if (hosts.length <= shownHosts + 1) return hosts.join(', ')
  return `${hosts.slice(0, shownHosts).join(', ')} and ${hosts.length - shownHosts} others`
}
