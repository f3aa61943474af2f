/** The complaints as react-hook-form keeps them: a tree of the members of paths. */
export interface ErrorNode {
  [member: string]: ErrorNode | string
}

/** `references.1.value` → `{ references: { 1: { value: error } } }`; the first complaint about a field stays. */
export function placeError(errors: ErrorNode, path: string, error: ErrorNode): void {
  const members = path.split('.')
  const last = members.pop() ?? ''
  let node = errors
  for (const member of members) {
    const next = node[member]
    if (typeof next === 'object') node = next
    else {
      const made: ErrorNode = {}
      node[member] = made
      node = made
    }
  }
  node[last] ??= error
}
