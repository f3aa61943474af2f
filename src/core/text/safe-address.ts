/**
 * In UTF-16 units. Longer than any address of an identity provider or a CCP. The URL parser takes quadratic time for some
 * texts.
 */
export const addressUnitLimit = 2_048

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]'])

/** True if requests to this address are encrypted, or stay on this machine. */
export function isSafeAddress(text: string): boolean {
  if (text.length > addressUnitLimit || !URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  if (username !== '' || password !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && loopbackHosts.has(hostname))
}
