/** UTF-16 units, more than any address of an identity provider or a CCP has: the URL parser takes quadratic time over some. */
const addressUnitLimit = 2_048

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether what travels there is protected, or does not leave the machine. */
export function isSafeAddress(text: string): boolean {
  if (text.length > addressUnitLimit || !URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  if (username !== '' || password !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && loopbackHosts.has(hostname))
}
