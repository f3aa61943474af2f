/**
 * Whether the document is in a sandbox. There is no attribute to read, so this sets `document.domain` to its own value. A
 * sandbox throws. Elsewhere nothing happens, because the proxy sends `Origin-Agent-Cluster`.
 */
export function isSandboxed(shown: Document): boolean {
  return !Reflect.has(shown, 'domain') ? false : refuses(() => Reflect.set(shown, 'domain', shown.domain))
}

function refuses(act: () => void): boolean {
  try {
    act()
    return false
  } catch {
    return true
  }
}
