const shown = 3

/** A policy may allow a hundred hosts, and a panel is narrow: the first of them, and how many more there are. */
export function hostWords(hosts: string): string {
  const all = hosts.split(', ')
  if (all.length <= shown + 1) return hosts
  return `${all.slice(0, shown).join(', ')} and ${all.length - shown} others`
}
