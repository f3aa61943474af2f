/** Complaints as react-hook-form keeps them: nested objects, one level for each part of a path. */
export interface ErrorNode {
  [member: string]: ErrorNode | string
}

/** `references.1.value` → `{ references: { 1: { value: error } } }`. Only the first complaint about a field is kept. */
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
