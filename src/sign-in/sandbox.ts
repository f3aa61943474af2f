/**
 * Whether a sandbox binds the document. There is no attribute to read. Every sandbox forbids to set the domain; elsewhere
 * to set it to itself has no effect, because the proxy asks for an agent cluster of its own (`Origin-Agent-Cluster`).
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
