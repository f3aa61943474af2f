/**
 * Parses a URL. Undefined if it is invalid. Not `URL.canParse`: once Node 20 has optimised that call, it refuses every URL with
 * a letter such as “ü”.
 */
export function parsedUrl(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}
