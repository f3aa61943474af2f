import type { StoreRequest } from '../store-request.ts'

/** RFC 3986, as SigV4 demands: `encodeURIComponent` leaves five characters that must be encoded too. */
const encoded = (text: string) =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )

const byCodePoint = (one: string, other: string) => (one < other ? -1 : Number(one > other))

/**
 * The text that the caller must have signed. Unlike other services, S3 encodes the path once and does not normalise it.
 * A signed header that the request does not have counts as empty, so its signature cannot match.
 */
export function canonicalRequest(
  { method, segments, query, headers }: StoreRequest,
  signedHeaders: readonly string[],
  payloadHash: string,
): string {
  const parameters = query
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .toSorted(byCodePoint)
  const lines = signedHeaders.map(
    (name) => `${name}:${(headers.get(name) ?? '').trim().replaceAll(/ +/g, ' ')}\n`,
  )
  return [
    method,
    `/${segments.map(encoded).join('/')}`,
    parameters.join('&'),
    lines.join(''),
    signedHeaders.join(';'),
    payloadHash,
  ].join('\n')
}
