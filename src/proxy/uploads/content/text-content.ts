/** Bytes that no text has (WHATWG, MIME Sniffing, "binary data byte"). */
const isBinary = (byte: number) =>
  byte <= 0x08 || byte === 0x0b || (byte >= 0x0e && byte <= 0x1a) || (byte >= 0x1c && byte <= 0x1f)

const wideEncodings: readonly (readonly [first: number, second: number, encoding: string])[] = [
  [0xff, 0xfe, 'utf-16le'],
  [0xfe, 0xff, 'utf-16be'],
]

/** The text at the beginning of a file; undefined if the bytes are no text. A text in UTF-16 must begin with its mark. */
export function textOf(bytes: Uint8Array): string | undefined {
  const wide = wideEncodings.find(([first, second]) => bytes[0] === first && bytes[1] === second)
  if (!wide) return bytes.some(isBinary) ? undefined : new TextDecoder('utf-8').decode(bytes)
  const text = new TextDecoder(wide[2]).decode(bytes)
  return Array.from(text).some((sign) => isBinary(sign.codePointAt(0) ?? 0)) ? undefined : text
}

/**
 * The tags by which browsers take a text for HTML (WHATWG, MIME Sniffing, "identifying a resource with an unknown MIME type"),
 * and the roots of XML that they show as pages.
 */
const pageBeginning =
  /^<(?:!doctype\s+(?:html|svg)|!--|(?:html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|svg|math|object|embed|img|meta|link|form|base)[\s/>])/i

/** XML may have its root far below. */
const pageInXml = /<(?:\w+:)?(?:svg|html|script)[\s/>]|<\?xml-stylesheet\s/i

/** Programs that a double click, a shell or a web server would run, and documents of other kinds that are text. */
const otherBeginning = /^(?:#!|<\?php|<%|@echo\s|%PDF-|%!PS|\{\\rtf|Windows Registry Editor|REGEDIT4)/i

/** Characters that browsers and shells skip before they look, the mark of the byte order among them. */
// oxlint-disable-next-line eslint/no-control-regex -- Form feeds and escapes count, too.
const skipped = /^[\s\uFEFF\u001B\u200B]+/u

export const isPage = (text: string): boolean => {
  const beginning = text.replace(skipped, '')
  return pageBeginning.test(beginning) || (/^<[?!]/.test(beginning) && pageInXml.test(beginning))
}

/** True if a text is only a text: no page, program or document. */
export const isPlainText = (text: string): boolean =>
  !isPage(text) && !otherBeginning.test(text.replace(skipped, ''))
