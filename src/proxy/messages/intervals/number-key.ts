const utf8 = (text: string) => new TextEncoder().encode(text)

const hex = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * Hides telephone numbers. There are so few of them that a hash without a secret could be reversed by trying all. The hash
 * contains the instance, so that deployments with one secret do not find each other’s numbers.
 */
export function createNumberKey(secret: string, instanceId: string): (number: string) => Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = crypto.subtle.importKey('raw', utf8(secret), algorithm, false, ['sign'])
  return async (number) => hex(await crypto.subtle.sign('HMAC', await key, utf8(`${instanceId}\n${number}`)))
}
