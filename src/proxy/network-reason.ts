/** Why the proxy got no answer from another server: Amazon Connect, or the identity provider. */
export const networkReasons = [
  'host-unknown',
  'connection-refused',
  'unreachable',
  'certificate',
  'tls',
  'timeout',
  'connection-lost',
] as const

export type NetworkReason = (typeof networkReasons)[number]

/** The reasons, by the codes of Node’s errors and of the HTTP client behind `fetch`. */
const reasonByCode: Readonly<Record<string, NetworkReason>> = {
  ENOTFOUND: 'host-unknown',
  EAI_AGAIN: 'host-unknown',
  ECONNREFUSED: 'connection-refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EPROTO: 'tls',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ECONNRESET: 'connection-lost',
  EPIPE: 'connection-lost',
  UND_ERR_SOCKET: 'connection-lost',
}

/** OpenSSL’s verification errors (Node, "X509 certificate error codes"). */
const certificatePattern =
  /CERT|CRL|SELF_SIGNED|UNABLE_TO_|ISSUER|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE/

/** The reason for the code of an error; undefined for codes that are not about the network. */
export function networkReasonOf(code: string): NetworkReason | undefined {
  if (Object.hasOwn(reasonByCode, code)) return reasonByCode[code]
  if (certificatePattern.test(code)) return 'certificate'
  return code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_') ? 'tls' : undefined
}

/** The reason as the end of a sentence about an address. */
export const networkWords: Readonly<Record<NetworkReason, string>> = {
  'host-unknown': 'DNS does not know its host',
  'connection-refused': 'the connection was refused',
  unreachable: 'there is no route to its host',
  certificate: 'its TLS certificate was not accepted',
  tls: 'TLS could not be agreed on',
  timeout: 'no answer came in time',
  'connection-lost': 'the connection broke off',
}
