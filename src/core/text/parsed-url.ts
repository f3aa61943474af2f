/**
 * An address as the URL parser reads it; undefined if it cannot be read. `URL.canParse` would be shorter, but once Node 20 has
 * optimised the call, it refuses every address with a letter such as “ü”.
 */
export function parsedUrl(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}
